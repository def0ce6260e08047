package org.dssl.domain.crystal;

import java.util.Arrays;

/**
 * Finds all periodic images of atoms within a radius, in time that does not grow with the number of atoms: the atoms
 * are wrapped into the reduced cell and hashed into bins; a search reads the bins around an atom, over the cell's
 * faces as often as the radius demands. Any cell, also one far smaller than the radius.
 *
 * <p>One object per crystal and thread; its buffers hold the hits of the latest {@link #within} call.
 */
public final class PeriodicSearch {
    private static final int MAX_BINS = 1 << 20;

    private final ReducedCell cell;
    private final double[] row;
    private final double[] fractional;
    private final double[] position;
    private final long[] wrap;
    private final int[] bins = new int[3];
    private final double[] spacing = new double[3];
    private final long[] key;
    private final int[] next;
    private final int[] head;
    private final int shift;

    private int hits;
    private int[] target = new int[64];
    private int[] offset = new int[192];
    private double[] displacement = new double[192];
    private double[] squared = new double[64];

    private final int[] low = new int[3];
    private final int[] high = new int[3];

    /** @param side of a bin, Å; about the distance between atoms is best */
    public PeriodicSearch(Crystal crystal, double side) {
        int atoms = crystal.atoms();
        cell = crystal.lattice().reduced();
        row = cell.lattice().rows();
        fractional = new double[3 * atoms];
        position = new double[3 * atoms];
        wrap = new long[3 * atoms];
        for (int axis = 0; axis < 3; axis++) {
            spacing[axis] = cell.lattice().planeSpacing(axis);
            bins[axis] = (int) Math.max(1, Math.min(MAX_BINS, spacing[axis] / side));
        }
        shift = 64 - Math.max(1, 32 - Integer.numberOfLeadingZeros(2 * atoms - 1));
        head = new int[1 << (64 - shift)];
        Arrays.fill(head, -1);
        key = new long[atoms];
        next = new int[atoms];
        for (int atom = atoms - 1; atom >= 0; atom--) {
            wrap(crystal, atom);
            key[atom] = key(bin(atom, 0, 0), bin(atom, 1, 0), bin(atom, 2, 0));
            int bucket = bucket(key[atom]);
            next[atom] = head[bucket];
            head[bucket] = atom;
        }
    }

    private void wrap(Crystal crystal, int atom) {
        double fa = crystal.fractional(atom, 0);
        double fb = crystal.fractional(atom, 1);
        double fc = crystal.fractional(atom, 2);
        for (int axis = 0; axis < 3; axis++) {
            double f = cell.reduced(fa, fb, fc, axis);
            double floor = Math.floor(f);
            double inside = f - floor;
            boolean rounded = inside >= 1; // −1e-17 − (−1) is 1
            wrap[3 * atom + axis] = (long) floor + (rounded ? 1 : 0);
            fractional[3 * atom + axis] = rounded ? 0 : inside;
        }
        for (int axis = 0; axis < 3; axis++) {
            position[3 * atom + axis] = cell.lattice()
                    .cartesian(fractional[3 * atom], fractional[3 * atom + 1], fractional[3 * atom + 2], axis);
        }
    }

    /** The bin of a point {@code ahead} Å beyond the atom along an axis, counted on over the faces of the cell. */
    private int bin(int atom, int axis, double ahead) {
        return (int) Math.floor((fractional[3 * atom + axis] + ahead / spacing[axis]) * bins[axis]);
    }

    private long key(int a, int b, int c) {
        return ((long) a * bins[1] + b) * bins[2] + c;
    }

    private int bucket(long binKey) {
        return (int) ((binKey * 0x9E3779B97F4A7C15L) >>> shift);
    }

    /**
     * Finds every image of every atom within {@code radius} of an atom, the atom itself in its own cell left out.
     *
     * @return how many; hits 0 … n − 1 are then read from the methods below, in no particular order
     */
    public int within(int atom, double radius) {
        hits = 0;
        double reach = radius * (1 + 1e-12) + 1e-12;
        for (int axis = 0; axis < 3; axis++) {
            low[axis] = bin(atom, axis, -reach);
            high[axis] = bin(atom, axis, reach);
        }
        double limit = radius * radius;
        for (int a = low[0]; a <= high[0]; a++) {
            int cellA = Math.floorDiv(a, bins[0]);
            for (int b = low[1]; b <= high[1]; b++) {
                int cellB = Math.floorDiv(b, bins[1]);
                long start = key(a - cellA * bins[0], b - cellB * bins[1], 0);
                int cellC = Math.floorDiv(low[2], bins[2]);
                int inside = low[2] - cellC * bins[2];
                for (int c = low[2]; c <= high[2]; c++) {
                    searchBin(atom, start + inside, cellA, cellB, cellC, limit);
                    if (++inside == bins[2]) {
                        inside = 0;
                        cellC++;
                    }
                }
            }
        }
        return hits;
    }

    private void searchBin(int atom, long binKey, int cellA, int cellB, int cellC, double limit) {
        for (int other = head[bucket(binKey)]; other >= 0; other = next[other]) {
            if (key[other] != binKey || (other == atom && cellA == 0 && cellB == 0 && cellC == 0)) {
                continue;
            }
            // The difference first, the offset then: the reverse of an edge is its negative to the last digit.
            double x = component(atom, other, cellA, cellB, cellC, 0);
            double y = component(atom, other, cellA, cellB, cellC, 1);
            double z = component(atom, other, cellA, cellB, cellC, 2);
            double square = x * x + y * y + z * z;
            if (square <= limit) {
                add(other, square, x, y, z, cellA, cellB, cellC);
            }
        }
    }

    private double component(int atom, int other, int cellA, int cellB, int cellC, int axis) {
        return (position[3 * other + axis] - position[3 * atom + axis])
                + (cellA * row[axis] + cellB * row[3 + axis] + cellC * row[6 + axis]);
    }

    private void add(int other, double square, double x, double y, double z, int cellA, int cellB, int cellC) {
        if (hits == target.length) {
            target = Arrays.copyOf(target, 2 * hits);
            squared = Arrays.copyOf(squared, 2 * hits);
            offset = Arrays.copyOf(offset, 6 * hits);
            displacement = Arrays.copyOf(displacement, 6 * hits);
        }
        target[hits] = other;
        squared[hits] = square;
        offset[3 * hits] = cellA;
        offset[3 * hits + 1] = cellB;
        offset[3 * hits + 2] = cellC;
        displacement[3 * hits] = x;
        displacement[3 * hits + 1] = y;
        displacement[3 * hits + 2] = z;
        hits++;
    }

    public int target(int hit) {
        return target[hit];
    }

    /** Squared distance, Å². */
    public double squared(int hit) {
        return squared[hit];
    }

    /** Component of the vector from the atom to the image found, Å. */
    public double displacement(int hit, int axis) {
        return displacement[3 * hit + axis];
    }

    /**
     * Component of the cell offset n of the given lattice, so that displacement = (f_target + n − f_atom) · lattice
     * holds for the coordinates as given, wrapped or not.
     */
    public int image(int atom, int hit, int vector) {
        int other = target[hit];
        return Math.toIntExact(cell.given(
                offset[3 * hit] - wrap[3 * other] + wrap[3 * atom],
                offset[3 * hit + 1] - wrap[3 * other + 1] + wrap[3 * atom + 1],
                offset[3 * hit + 2] - wrap[3 * other + 2] + wrap[3 * atom + 2],
                vector));
    }
}
