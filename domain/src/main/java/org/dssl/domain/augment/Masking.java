package org.dssl.domain.augment;

import org.dssl.domain.random.RandomStream;

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
}
