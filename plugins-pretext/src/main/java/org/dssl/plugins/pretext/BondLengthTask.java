package org.dssl.plugins.pretext;

import java.util.Arrays;
import java.util.List;
import org.dssl.domain.algebra.TensorAlgebra;
import org.dssl.domain.augment.View;
import org.dssl.ports.config.Option;
import org.dssl.ports.config.OptionValues;
import org.dssl.ports.spi.Head;
import org.dssl.ports.spi.Labels;
import org.dssl.ports.spi.Outputs;
import org.dssl.ports.spi.PretextTask;
import org.dssl.ports.spi.Targets;
import org.dssl.ports.spi.ViewRequest;

/**
 * Reconstructs the edges: the length of each bond from the embeddings of its two atoms alone; L1 over bonds, Å. After the
 * reconstruction of connections in CrysGNN (Das et al., AAAI 2023, section 3.1), which asks whether two atoms are bonded; all
 * edges here are bonds, told apart by their lengths.
 */
record BondLengthTask(ViewRequest view, List<Integer> hidden) implements PretextTask {
    private static final String LENGTH = "length";

    /** Declares the task. */
    public static final class Provider extends BuiltinProvider {
        public Provider() {
            super("bond-length", "Reconstruct bond lengths from the embeddings of the bonds' ends");
        }

        @Override
        public List<Option> options() {
            return MaskedView.options(
                    Option.choice(
                            "view",
                            "as-is",
                            List.of("as-is", "masked"),
                            "Of the crystal as it is, or with masked elements, encoded once with mask's view if its"
                                    + " options are the same"),
                    HeadWidths.HIDDEN);
        }

        @Override
        public PretextTask create(OptionValues values) {
            ViewRequest view = values.text("view").equals("masked") ? MaskedView.request(values) : ViewRequest.asIs();
            return new BondLengthTask(view, HeadWidths.hidden(values));
        }
    }

    @Override
    public List<ViewRequest> views() {
        return List.of(view);
    }

    @Override
    public List<Head> heads() {
        return List.of(Head.perEdge(LENGTH, HeadWidths.with(hidden, 1)));
    }

    @Override
    public void label(int number, View of, Labels into) {
        // The paper's self-loops have no length.
        double[] lengths = Arrays.stream(of.graph().distance())
                .map(length -> length > 0 ? length : Double.NaN)
                .toArray();
        into.edgeValues(LENGTH, lengths);
    }

    @Override
    public <T> T loss(TensorAlgebra<T> algebra, Outputs<T> outputs, Targets<T> targets) {
        T perEdge = algebra.absoluteError(outputs.of(LENGTH, 0), targets.of(LENGTH, 0));
        return algebra.weightedMean(perEdge, targets.weights(LENGTH, 0));
    }
}
