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
     * @param atomicNumbers 1 … 100, one per atom
     * @param fractional three per atom
     * @throws CrystalException if there is no atom, a coordinate is not finite, an element is unknown, two atoms
     *     stand closer than 0.01 Å, or a lattice vector is shorter than 0.5 Å
     */
    public Crystal(String id, Lattice lattice, int[] atomicNumbers, double[] fractional, Map<String, String> labels) {
        this(atomicNumbers.clone(), fractional.clone(), id, lattice, labels);
        CrystalChecks.check(this);
    }

    /** Shares the arrays and checks nothing: for copies of a crystal that was checked. */
    private Crystal(int[] atomicNumbers, double[] fractional, String id, Lattice lattice, Map<String, String> labels) {
        this.id = id;
        this.lattice = lattice;
        this.atomicNumbers = atomicNumbers;
        this.fractional = fractional;
        this.labels = Map.copyOf(labels);
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
        return new Crystal(atomicNumbers, fractional, id, lattice, other);
    }

    public Crystal withId(String other) {
        return new Crystal(atomicNumbers, fractional, other, lattice, labels);
    }

    /** @throws CrystalException as the constructor */
    public Crystal withFractional(double[] other) {
        return new Crystal(id, lattice, atomicNumbers, other, labels);
    }

    /**
     * A copy whose atoms are displaced. Random displacements may bring atoms near one another; that is no mistake of
     * the user, hence not checked here.
     *
     * @param displacement Cartesian, Å, three per atom
     */
    public Crystal moved(double[] displacement) {
        double[] moved = fractional.clone();
        for (int atom = 0; atom < atoms(); atom++) {
            double x = displacement[3 * atom];
            double y = displacement[3 * atom + 1];
            double z = displacement[3 * atom + 2];
            for (int axis = 0; axis < 3; axis++) {
                moved[3 * atom + axis] += lattice.fractional(x, y, z, axis);
            }
        }
        Crystal copy = new Crystal(atomicNumbers, moved, id, lattice, labels);
        CrystalChecks.checkArrays(copy);
        return copy;
    }
}
