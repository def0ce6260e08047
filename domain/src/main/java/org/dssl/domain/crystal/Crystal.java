package org.dssl.domain.crystal;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/** A crystal: lattice, atoms at fractional coordinates in P1, and named labels as text. Immutable. */
public final class Crystal {
    private final String id;
    private final Lattice lattice;
    private final int[] atomicNumbers;
    private final double[] fractional;
    private final Map<String, String> labels;
    private final Map<String, double[]> vectors;

    /**
     * @param atomicNumbers 1 … 100, one per atom
     * @param fractional three per atom
     * @throws CrystalException if there is no atom, a coordinate is not finite, an element is unknown, two atoms
     *     stand closer than 0.01 Å, or a lattice vector is shorter than 0.5 Å
     */
    public Crystal(String id, Lattice lattice, int[] atomicNumbers, double[] fractional, Map<String, String> labels) {
        this(atomicNumbers.clone(), fractional.clone(), id, lattice, labels, Map.of());
        CrystalChecks.check(this);
    }

    /**
     * A crystal that was checked before, as one that is read back from where it was kept; nothing is checked again. Shares
     * the arrays.
     *
     * @param vectors as of {@link #withVectors}
     */
    public static Crystal checkedBefore(
            String id,
            Lattice lattice,
            int[] atomicNumbers,
            double[] fractional,
            Map<String, String> labels,
            Map<String, double[]> vectors) {
        return new Crystal(atomicNumbers, fractional, id, lattice, labels, vectors);
    }

    /** Shares the arrays and checks nothing: for copies of a crystal that was checked. */
    private Crystal(
            int[] atomicNumbers,
            double[] fractional,
            String id,
            Lattice lattice,
            Map<String, String> labels,
            Map<String, double[]> vectors) {
        this.id = id;
        this.lattice = lattice;
        this.atomicNumbers = atomicNumbers;
        this.fractional = fractional;
        this.labels = Map.copyOf(labels);
        this.vectors = vectors;
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

    /**
     * Labels of atoms that are vectors, such as {@code forces}: Cartesian, three numbers for each atom, NaN where unknown;
     * a copy.
     */
    public Optional<double[]> vectors(String name) {
        return Optional.ofNullable(vectors.get(name)).map(double[]::clone);
    }

    public Set<String> vectorNames() {
        return Collections.unmodifiableSet(vectors.keySet());
    }

    public Crystal withLabels(Map<String, String> other) {
        return new Crystal(atomicNumbers, fractional, id, lattice, other, vectors);
    }

    /** @throws CrystalException if there are not three numbers for each atom, or one is infinite */
    public Crystal withVectors(Map<String, double[]> other) {
        Map<String, double[]> copy = new TreeMap<>();
        other.forEach((name, values) -> {
            if (values.length != 3 * atoms()) {
                throw new CrystalException(
                        name + " has " + values.length + " numbers; " + atoms() + " atoms need " + 3 * atoms());
            }
            for (int i = 0; i < values.length; i++) {
                if (Double.isInfinite(values[i])) {
                    throw new CrystalException(
                            name + " of atom " + (i / 3 + 1) + " holds " + values[i] + "; numbers must be finite");
                }
            }
            copy.put(name, values.clone());
        });
        return new Crystal(atomicNumbers, fractional, id, lattice, labels, copy);
    }

    public Crystal withId(String other) {
        return new Crystal(atomicNumbers, fractional, other, lattice, labels, vectors);
    }

    /**
     * With labels and vectors as before.
     *
     * @throws CrystalException as the constructor
     */
    public Crystal withFractional(double[] other) {
        return new Crystal(id, lattice, atomicNumbers, other, labels).withVectors(vectors);
    }

    /**
     * A copy whose atoms are displaced. Random displacements may bring atoms near one another; that is no mistake of
     * the user, hence not checked here. Labels and vectors stay those of the crystal before.
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
        Crystal copy = new Crystal(atomicNumbers, moved, id, lattice, labels, vectors);
        CrystalChecks.checkArrays(copy);
        return copy;
    }
}
