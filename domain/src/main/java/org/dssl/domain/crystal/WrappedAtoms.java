package org.dssl.domain.crystal;

/** Atoms moved into the reduced cell by lattice vectors. */
final class WrappedAtoms {
    private final ReducedCell cell;
    private final double[] row;
    private final double[] spacing = new double[3];
    private final double[] lowest = {1, 1, 1};
    private final double[] highest = new double[3];
    private final double[] fractional;
    private final double[] position;
    /** By how many vectors of the given lattice each atom was moved, three per atom. */
    private final long[] wrap;

    /** @param given fractional coordinates of the given cell, three per atom */
    WrappedAtoms(Lattice lattice, double[] given) {
        cell = lattice.reduced();
        row = cell.lattice().rows();
        fractional = new double[given.length];
        position = new double[given.length];
        wrap = new long[given.length];
        for (int axis = 0; axis < 3; axis++) {
            spacing[axis] = cell.lattice().planeSpacing(axis);
        }
        for (int at = 0; at < given.length; at += 3) {
            double x = given[at];
            double y = given[at + 1];
            double z = given[at + 2];
            long a = wrap(at, 0, cell.reduced(x, y, z, 0));
            long b = wrap(at, 1, cell.reduced(x, y, z, 1));
            long c = wrap(at, 2, cell.reduced(x, y, z, 2));
            for (int axis = 0; axis < 3; axis++) {
                wrap[at + axis] = cell.given(a, b, c, axis);
                position[at + axis] =
                        cell.lattice().cartesian(fractional[at], fractional[at + 1], fractional[at + 2], axis);
            }
        }
    }

    /** Returns the whole cells in a coordinate and keeps the rest. */
    private long wrap(int at, int axis, double coordinate) {
        double floor = Math.floor(coordinate);
        double inside = coordinate - floor;
        boolean rounded = inside >= 1; // −1e-17 − (−1) is 1
        double rest = rounded ? 0 : inside;
        fractional[at + axis] = rest;
        lowest[axis] = Math.min(lowest[axis], rest);
        highest[axis] = Math.max(highest[axis], rest);
        return (long) floor + (rounded ? 1 : 0);
    }

    int count() {
        return position.length / 3;
    }

    /** Along the reduced basis, 0 … 1. */
    double fractional(int atom, int axis) {
        return fractional[3 * atom + axis];
    }

    /** The least fractional coordinate of any atom. */
    double lowest(int axis) {
        return lowest[axis];
    }

    double highest(int axis) {
        return highest[axis];
    }

    /** Å. */
    double position(int atom, int axis) {
        return position[3 * atom + axis];
    }

    /** Distance of the reduced cell's faces across an axis, Å. */
    double spacing(int axis) {
        return spacing[axis];
    }

    /** Cartesian component of a vector of the reduced lattice, Å. */
    double shift(int a, int b, int c, int axis) {
        return a * row[axis] + b * row[3 + axis] + c * row[6 + axis];
    }

    /** Component of a vector of the reduced lattice as one of the given lattice. */
    long given(int a, int b, int c, int axis) {
        return cell.given(a, b, c, axis);
    }

    /** How many vectors of the given lattice one atom was moved more than another. */
    long wraps(int atom, int other, int axis) {
        return wrap[3 * atom + axis] - wrap[3 * other + axis];
    }
}
