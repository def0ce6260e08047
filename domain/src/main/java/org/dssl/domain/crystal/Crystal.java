package org.dssl.domain.crystal;

import java.util.Map;
import java.util.OptionalDouble;

/** A crystal: lattice, atoms at fractional coordinates in P1, and named labels as text. Immutable. */
public final class Crystal {
    private final String id;
    private final Lattice lattice;
    private final int[] atomicNumbers;
    private final double[] fractional;
    private final Map<String, String> labels;

    /**
     * @param atomicNumbers 1 … 118, one per atom
     * @param fractional three per atom
     * @throws CrystalException if there is no atom, a coordinate is not finite, an element is unknown, or two atoms
     *     stand closer than 0.01 Å
     */
    public Crystal(String id, Lattice lattice, int[] atomicNumbers, double[] fractional, Map<String, String> labels) {
        this.id = id;
        this.lattice = lattice;
        this.atomicNumbers = atomicNumbers.clone();
        this.fractional = fractional.clone();
        this.labels = Map.copyOf(labels);
        CrystalChecks.check(this);
    }

    public String id() {
        return id;
    }

    public Lattice lattice() {
        return lattice;
    }

    public int atoms() {
        return atomicNumbers.length;
    }

    public int atomicNumber(int atom) {
        return atomicNumbers[atom];
    }

    public double fractional(int atom, int axis) {
        return fractional[3 * atom + axis];
    }

    public int[] atomicNumbers() {
        return atomicNumbers.clone();
    }

    /** Three per atom; a copy. */
    public double[] fractional() {
        return fractional.clone();
    }

    public Map<String, String> labels() {
        return labels;
    }

    /** A label as a number; empty where it is absent or no number. */
    public OptionalDouble number(String label) {
        String text = labels.get(label);
        if (text == null) {
            return OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    public Crystal withLabels(Map<String, String> other) {
        return new Crystal(id, lattice, atomicNumbers, fractional, other);
    }

    public Crystal withId(String other) {
        return new Crystal(other, lattice, atomicNumbers, fractional, labels);
    }

    public Crystal withFractional(double[] other) {
        return new Crystal(id, lattice, atomicNumbers, other, labels);
    }
}
