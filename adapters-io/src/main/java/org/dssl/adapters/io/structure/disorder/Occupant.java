package org.dssl.adapters.io.structure.disorder;

/**
 * An element on a site, to some part.
 *
 * @param label what the file calls the site
 * @param occupancy the probability to meet it there, at most 1
 * @param assembly sites of one assembly are there or not in dependence of each other; "" if the file names none
 * @param group of sites of the assembly that are there together; null if it belongs to none
 * @param line of the file; 0 if unknown
 */
public record Occupant(String label, int atomicNumber, double occupancy, String assembly, String group, int line) {
    /** Occupancies are written with three digits or more where they mean something. */
    private static final double FULL = 1e-3;

    /** An element that is always there. */
    public static Occupant full(String label, int atomicNumber, int line) {
        return new Occupant(label, atomicNumber, 1, "", null, line);
    }

    public boolean isFull() {
        return Math.abs(occupancy - 1) <= FULL && group == null;
    }
}
