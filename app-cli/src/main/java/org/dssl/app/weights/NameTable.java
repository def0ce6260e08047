package org.dssl.app.weights;

import java.util.ArrayList;
import java.util.List;

/**
 * A reference's state dictionary array by array: its name and shape there, and which of our arrays it is. Our linear
 * weights are (in, out), theirs (out, in); our vectors are rows (1, n).
 */
public final class NameTable {

    /**
     * An array that both have.
     *
     * @param shape theirs
     * @param turned whether the two matrices are each other's transpose
     */
    public record Entry(String ours, String theirs, int[] shape, boolean turned) {

        /** Ours has two axes: leading ones are left out, or added. */
        int[] ourShape() {
            if (turned) {
                return new int[] {shape[1], shape[0]};
            }
            return switch (shape.length) {
                case 1 -> new int[] {1, shape[0]};
                case 2 -> shape;
                default -> new int[] {shape[shape.length - 2], shape[shape.length - 1]};
            };
        }
    }

    /**
     * An array that only the reference has, and that changes none of its outputs.
     *
     * @param fill what all its entries are when we write it
     */
    public record Unused(String theirs, int[] shape, double fill) {}

    /** Constants of the architecture that the reference stores among its weights; float32 there. */
    public record Fixed(String theirs, double[] values) {}

    private final List<Fixed> fixed = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Unused> unused = new ArrayList<>();

    public List<Entry> entries() {
        return entries;
    }

    public List<Unused> unused() {
        return unused;
    }

    public List<Fixed> fixed() {
        return fixed;
    }

    NameTable fixed(String theirs, double[] values) {
        fixed.add(new Fixed(theirs, values));
        return this;
    }

    /** A linear layer with bias. */
    NameTable linear(String ours, String theirs, int inputs, int outputs) {
        return matrix(ours + ".weight", theirs + ".weight", inputs, outputs)
                .kept(ours + ".bias", theirs + ".bias", outputs);
    }

    /** Just a linear weight. */
    NameTable matrix(String ours, String theirs, int inputs, int outputs) {
        entries.add(new Entry(ours, theirs, new int[] {outputs, inputs}, true));
        return this;
    }

    /** A batch normalisation; PyTorch counts its batches, which only a moving average of another kind would use. */
    NameTable norm(String ours, String theirs, int width) {
        unused.add(new Unused(theirs + ".num_batches_tracked", new int[0], 0));
        return kept(ours + ".gain", theirs + ".weight", width)
                .kept(ours + ".bias", theirs + ".bias", width)
                .kept(ours + ".mean", theirs + ".running_mean", width)
                .kept(ours + ".variance", theirs + ".running_var", width);
    }

    /** An array of the same layout. */
    NameTable kept(String ours, String theirs, int... shape) {
        entries.add(new Entry(ours, theirs, shape, false));
        return this;
    }

    NameTable unused(String theirs, double fill, int... shape) {
        unused.add(new Unused(theirs, shape, fill));
        return this;
    }

    /** A linear layer without effect: zeros. */
    NameTable unusedLinear(String theirs, int inputs, int outputs) {
        return unused(theirs + ".weight", 0, outputs, inputs).unused(theirs + ".bias", 0, outputs);
    }

    /** A batch normalisation without effect, as PyTorch makes a new one. */
    NameTable unusedNorm(String theirs, int width) {
        return unused(theirs + ".weight", 1, width)
                .unused(theirs + ".bias", 0, width)
                .unused(theirs + ".running_mean", 0, width)
                .unused(theirs + ".running_var", 1, width)
                .unused(theirs + ".num_batches_tracked", 0);
    }
}
