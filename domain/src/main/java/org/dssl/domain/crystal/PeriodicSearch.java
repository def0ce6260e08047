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
        int home = images.home(centre);
        square(images.x, images.shiftX, images.x[home], from, to);
        addSquare(images.y, images.shiftY, images.y[home], from, to);
        addSquare(images.z, images.shiftZ, images.z[home], from, to);
        if (from <= home && home < to) {
            square[home] = Double.POSITIVE_INFINITY;
        }
        for (int k = from; k < to; k++) {
            if (square[k] <= limit) {
                image[hits++] = k;
            }
        }
    }

    // Loops as short as these two the JVM turns into vector instructions; the three axes in one it does not. The
    // difference comes first, the shift then: the reverse of an edge is its negative to the last digit.

    private void square(double[] along, double[] shift, double centreAt, int from, int to) {
        double[] into = square;
        for (int k = from; k < to; k++) {
            double d = along[k] - centreAt + shift[k];
            into[k] = d * d;
        }
    }

    private void addSquare(double[] along, double[] shift, double centreAt, int from, int to) {
        double[] into = square;
        for (int k = from; k < to; k++) {
            double d = along[k] - centreAt + shift[k];
            into[k] += d * d;
        }
    }

    public int target(int hit) {
        return images.atom[image[hit]];
    }

    /** Squared distance, Å². */
    public double squared(int hit) {
        return square[image[hit]];
    }

    /** Writes the vector from the atom to the image found, Å: three numbers. */
    public void displacement(int hit, double[] into, int at) {
        int k = image[hit];
        int home = images.home(centre);
        double x = images.x[k] - images.x[home] + images.shiftX[k];
        double y = images.y[k] - images.y[home] + images.shiftY[k];
        double z = images.z[k] - images.z[home] + images.shiftZ[k];
        into[at] = x;
        into[at + 1] = y;
        into[at + 2] = z;
    }

    /**
     * Writes the cell offset n of the given lattice, so that displacement = (f_target + n − f_atom) · lattice holds for
     * the coordinates as given, wrapped or not: three numbers.
     */
    public void image(int hit, int[] into, int at) {
        int k = image[hit];
        int a = image(k, 0);
        int b = image(k, 1);
        int c = image(k, 2);
        into[at] = a;
        into[at + 1] = b;
        into[at + 2] = c;
    }

    private int image(int k, int axis) {
        return Math.toIntExact(images.cells.given(images.cell[k], axis) + atoms.wraps(centre, images.atom[k], axis));
    }

    /** Orders two hits of one target by their images. */
    public int compareImages(int hit, int other) {
        return images.cells.compare(images.cell[image[hit]], images.cell[image[other]]);
    }
}
