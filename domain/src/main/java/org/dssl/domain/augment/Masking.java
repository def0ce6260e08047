package org.dssl.domain.augment;

import org.dssl.domain.random.RandomStream;

<<<<<<< HEAD
/** Draws the atoms whose element is hidden. */
public final class Masking {
    private Masking() {}

    /**
     * @param unitOf unit of each atom, 0 … n − 1, as classes of equivalent atoms are; null makes each atom a unit
     * @param floor whether ⌊ratio·n + 1⌋ units are masked (the released code) or max(1, round(ratio·n))
     */
    public static boolean[] draw(int atoms, int[] unitOf, double ratio, boolean floor, RandomStream random) {
        int units = atoms;
        if (unitOf != null) {
            units = 0;
            for (int unit : unitOf) {
                units = Math.max(units, unit + 1);
            }
        }
        int count = floor ? (int) Math.floor(ratio * units + 1) : (int) Math.max(1, Math.round(ratio * units));
        boolean[] chosen = new boolean[units];
        int[] order = random.permutation(units);
        for (int k = 0; k < Math.min(count, units); k++) {
            chosen[order[k]] = true;
        }
        boolean[] masked = new boolean[atoms];
        for (int i = 0; i < atoms; i++) {
            masked[i] = chosen[unitOf == null ? i : unitOf[i]];
        }
        return masked;
    }
=======
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
>>>>>>> graph
}
