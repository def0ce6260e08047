package org.dssl.domain.augment;

import org.dssl.domain.random.RandomStream;

/**
 * Draws the atoms whose elements are hidden. The unit that is drawn is a single atom, or a whole class of equivalent
 * atoms: then no unmasked equivalent neighbour shows the answer, and the quotient keeps its size.
 *
 * @param ratio of the units, 0 … 1
 * @param unit what is drawn at once
 * @param count how many units
 */
public record Masking(double ratio, Unit unit, Count count) {
    /** What is masked at once. */
    public enum Unit {
        ATOM,
        CLASS
    }

    /** How many of n units are masked; never more than there are. */
    public enum Count {
        /** ⌊ratio·n + 1⌋, the released code's. */
        FLOOR_PLUS_ONE,
        /** max(1, round(ratio·n)). */
        ROUND
    }

    public Masking {
        if (!(ratio >= 0 && ratio <= 1)) {
            throw new IllegalArgumentException("a masking ratio is " + ratio + "; it must lie between 0 and 1");
        }
    }

    /**
     * @param classes colour 0 … n − 1 per atom, as {@link org.dssl.domain.graph.Quotient#classes} gives them; only
     *     their number of atoms is read where single atoms are masked
     * @return per atom whether it is masked
     */
    public boolean[] draw(int[] classes, RandomStream random) {
        boolean[] maskedUnit = drawUnits(unit == Unit.ATOM ? classes.length : largest(classes) + 1, random);
        if (unit == Unit.ATOM) {
            return maskedUnit;
        }
        boolean[] masked = new boolean[classes.length];
        for (int atom = 0; atom < masked.length; atom++) {
            masked[atom] = maskedUnit[classes[atom]];
        }
        return masked;
    }

    private boolean[] drawUnits(int units, RandomStream random) {
        int[] order = random.permutation(units);
        boolean[] masked = new boolean[units];
        for (int i = 0; i < maskedUnits(units); i++) {
            masked[order[i]] = true;
        }
        return masked;
    }

    /** How many of {@code units} are masked. */
    public int maskedUnits(int units) {
        double wanted = count == Count.ROUND ? Math.max(1, Math.round(ratio * units)) : Math.floor(ratio * units + 1);
        return (int) Math.min(units, wanted);
    }

    private static int largest(int[] classes) {
        int largest = -1;
        for (int colour : classes) {
            largest = Math.max(largest, colour);
        }
        return largest;
    }
}
