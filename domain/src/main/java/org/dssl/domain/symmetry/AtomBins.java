package org.dssl.domain.symmetry;

/** Atoms of one element, sorted into bins along the axes, so that the one at a place is found without a look at all. */
final class AtomBins {
    private final double[] fractional;
    private final int[] atoms;
    private final int perAxis;
    /** First of each bin's atoms in {@link #atoms}. */
    private final int[] start;

    private final int[] from = new int[3];
    private final int[] to = new int[3];

    /**
     * @param atoms of the element
     * @param fractional of all atoms, 0 … 1, three per atom
     */
    AtomBins(int[] atoms, double[] fractional) {
        this.fractional = fractional;
        perAxis = Math.max(1, (int) Math.cbrt(atoms.length));
        start = new int[perAxis * perAxis * perAxis + 1];
        for (int atom : atoms) {
            start[bin(atom) + 1]++;
        }
        for (int bin = 1; bin < start.length; bin++) {
            start[bin] += start[bin - 1];
        }
        this.atoms = new int[atoms.length];
        int[] next = start.clone();
        for (int atom : atoms) {
            this.atoms[next[bin(atom)]++] = atom;
        }
    }

    private int bin(int atom) {
        return index(axisBin(atom, 0), axisBin(atom, 1), axisBin(atom, 2));
    }

    private int axisBin(int atom, int axis) {
        return Math.min(perAxis - 1, (int) (fractional[3 * atom + axis] * perAxis));
    }

    private int index(int a, int b, int c) {
        return (a * perAxis + b) * perAxis + c;
    }

    int count() {
        return atoms.length;
    }

    int[] atoms() {
        return atoms;
    }

    /** Squared length of a fractional vector, Å². */
    interface Metric {
        double squared(double a, double b, double c);
    }

    /**
     * The atom nearest to a place, periodic images included; −1 if none is within.
     *
     * @param place fractional
     * @param reach per axis, in fractions of the cell
     * @param limit of the squared distance
     * @param offset receives the fractional vector from the place to the atom
     */
    int nearest(double[] place, double[] reach, double limit, Metric metric, double[] offset) {
        for (int axis = 0; axis < 3; axis++) {
            double wrapped = place[axis] - Math.floor(place[axis]);
            from[axis] = (int) Math.floor((wrapped - reach[axis]) * perAxis);
            to[axis] = (int) Math.floor((wrapped + reach[axis]) * perAxis);
            to[axis] = Math.min(to[axis], from[axis] + perAxis - 1);
        }
        int found = -1;
        double best = limit;
        for (int a = from[0]; a <= to[0]; a++) {
            for (int b = from[1]; b <= to[1]; b++) {
                for (int c = from[2]; c <= to[2]; c++) {
                    int bin = index(wrap(a), wrap(b), wrap(c));
                    for (int k = start[bin]; k < start[bin + 1]; k++) {
                        int atom = atoms[k];
                        double x = offset(atom, place, 0);
                        double y = offset(atom, place, 1);
                        double z = offset(atom, place, 2);
                        double squared = metric.squared(x, y, z);
                        if (squared <= best) {
                            best = squared;
                            found = atom;
                            offset[0] = x;
                            offset[1] = y;
                            offset[2] = z;
                        }
                    }
                }
            }
        }
        return found;
    }

    private int wrap(int bin) {
        return Math.floorMod(bin, perAxis);
    }

    private double offset(int atom, double[] place, int axis) {
        double d = fractional[3 * atom + axis] - place[axis];
        return d - Math.rint(d);
    }
}
