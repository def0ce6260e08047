package org.dssl.domain.crystal;

/**
 * Vectors between atoms and images of atoms that are known already: the same numbers, to the last bit, as
 * {@link PeriodicSearch} gives for the images that it finds.
 */
public final class ImageVectors {
    private final WrappedAtoms atoms;
    private final ReducedCell cell;

    public ImageVectors(Crystal crystal) {
        atoms = new WrappedAtoms(crystal.lattice(), crystal.fractional());
        cell = crystal.lattice().reduced();
    }

    /**
     * Writes the vector, Å, from an atom to the image of another.
     *
     * @param image cell offsets of the given lattice, three from {@code at} on
     * @param into receives three numbers from {@code at} on
     */
    public void displacement(int from, int to, int[] image, double[] into, int at) {
        double a = image[at] - atoms.wraps(from, to, 0);
        double b = image[at + 1] - atoms.wraps(from, to, 1);
        double c = image[at + 2] - atoms.wraps(from, to, 2);
        int reducedA = (int) cell.reduced(a, b, c, 0);
        int reducedB = (int) cell.reduced(a, b, c, 1);
        int reducedC = (int) cell.reduced(a, b, c, 2);
        for (int axis = 0; axis < 3; axis++) {
            // In the order of PeriodicSearch: the difference first, then the shift.
            into[at + axis] = atoms.position(to, axis)
                    - atoms.position(from, axis)
                    + atoms.shift(reducedA, reducedB, reducedC, axis);
        }
    }
}
