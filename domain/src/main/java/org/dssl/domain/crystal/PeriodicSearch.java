package org.dssl.domain.crystal;

import java.util.Arrays;

/**
 * Finds all periodic images of atoms within a radius, in time that does not grow with the number of atoms. Any cell, also
 * one far smaller than the radius, however skew.
 *
 * <p>One object per crystal and thread; its buffers hold the hits of the latest {@link #within} call.
 */
public final class PeriodicSearch {
    /** Images are listed for a little more than the radius asked for, since the next one may be larger. */
    private static final double AHEAD = 1.15;

    private final WrappedAtoms atoms;
    private final double side;
    private double reach = -1;
    private PeriodicImages images;

    private int centre;
    private int hits;
    private int[] image = new int[64];
    private double[] square = new double[0];

    /** @param side of a bin, Å; a little more than the distance between atoms is best */
    public PeriodicSearch(Crystal crystal, double side) {
        this(crystal.lattice(), crystal.fractional(), side);
    }

    /**
     * Of points that need not make a crystal.
     *
     * @param fractional three per point
     */
    public PeriodicSearch(Lattice lattice, double[] fractional, double side) {
        atoms = new WrappedAtoms(lattice, fractional);
        this.side = side;
    }

    /**
     * Finds every image of every atom within {@code radius} of an atom, the atom itself in its own cell left out.
     *
     * @return how many; hits 0 … n − 1 are then read from the methods below, in no particular order
     */
    public int within(int atom, double radius) {
        double needed = radius * (1 + 1e-12) + 1e-9;
        if (needed > reach) {
            reach = AHEAD * needed;
            images = new PeriodicImages(atoms, reach, side);
            square = new double[images.count()];
        }
        centre = atom;
        hits = 0;
        double limit = radius * radius;
        if (images.sorted()) {
            searchBins(needed, limit);
        } else {
            search(0, images.count(), limit);
        }
        return hits;
    }

    /** Bins that follow one another along c hold images that follow one another. */
    private void searchBins(double needed, double limit) {
        int lowB = bin(1, -needed);
        int highB = bin(1, needed);
        int lowC = bin(2, -needed);
        int highC = bin(2, needed);
        int highA = bin(0, needed);
        for (int a = bin(0, -needed); a <= highA; a++) {
            for (int b = lowB; b <= highB; b++) {
                search(images.first(a, b, lowC), images.first(a, b, highC + 1), limit);
            }
        }
    }

    private int bin(int axis, double ahead) {
        return images.bin(atoms.fractional(centre, axis) + ahead / atoms.spacing(axis), axis);
    }

    private void search(int from, int to, double limit) {
        if (hits + to - from > image.length) {
            image = Arrays.copyOf(image, Math.max(hits + to - from, 2 * image.length));
        }
        measure(images, square, from, to, images.home(centre));
        int home = images.home(centre);
        if (from <= home && home < to) {
            square[home] = Double.POSITIVE_INFINITY;
        }
        int found = hits;
        for (int k = from; k < to; k++) {
            image[found] = k;
            found += square[k] <= limit ? 1 : 0; // without a branch, which no processor would foresee
        }
        hits = found;
    }

    /** Squared distances from one image to others: loops of this form the JVM turns into vector instructions. */
    private static void measure(PeriodicImages images, double[] square, int from, int to, int centre) {
        double[] x = images.x;
        double[] y = images.y;
        double[] z = images.z;
        double[] shiftX = images.shiftX;
        double[] shiftY = images.shiftY;
        double[] shiftZ = images.shiftZ;
        double centreX = x[centre];
        double centreY = y[centre];
        double centreZ = z[centre];
        for (int k = from; k < to; k++) {
            // The difference first, the shift then: the reverse of an edge is its negative to the last digit.
            double dx = x[k] - centreX + shiftX[k];
            double dy = y[k] - centreY + shiftY[k];
            double dz = z[k] - centreZ + shiftZ[k];
            square[k] = dx * dx + dy * dy + dz * dz;
        }
    }

    public int target(int hit) {
        return images.atom[image[hit]];
    }

    /** Squared distance, Å². */
    public double squared(int hit) {
        return square[image[hit]];
    }

    /** Component of the vector from the atom to the image found, Å. */
    public double displacement(int hit, int axis) {
        int k = image[hit];
        int home = images.home(centre);
        return switch (axis) {
            case 0 -> images.x[k] - images.x[home] + images.shiftX[k];
            case 1 -> images.y[k] - images.y[home] + images.shiftY[k];
            default -> images.z[k] - images.z[home] + images.shiftZ[k];
        };
    }

    /**
     * Component of the cell offset n of the given lattice, so that displacement = (f_target + n − f_atom) · lattice
     * holds for the coordinates as given, wrapped or not.
     */
    public int image(int hit, int axis) {
        int k = image[hit];
        return Math.toIntExact(images.cells.given(images.cell[k], axis) + atoms.wraps(centre, images.atom[k], axis));
    }
}
