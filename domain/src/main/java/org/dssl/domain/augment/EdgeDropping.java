package org.dssl.domain.augment;

import java.util.HashMap;
import java.util.Map;
import org.dssl.domain.graph.CrystalGraph;
import org.dssl.domain.random.RandomStream;

/**
 * Draws bonds that are left out of a graph, both directions of one together. The paper's self-loops stay.
 *
 * @param ratio of the bonds, 0 … 1; round(ratio·n) of n are drawn
 */
public record EdgeDropping(double ratio) {
    public EdgeDropping {
        if (!(ratio >= 0 && ratio <= 1)) {
            throw new IllegalArgumentException("a ratio of dropped bonds is " + ratio + "; it must lie in 0 … 1");
        }
    }

    /** A bond in the direction that comes first. */
    private record Bond(int from, int to, int i, int j, int k) {
        Bond reversed() {
            return new Bond(to, from, -i, -j, -k);
        }

        boolean first() {
            int sign = from != to ? to - from : i != 0 ? i : j != 0 ? j : k;
            return sign >= 0;
        }
    }

    /** @return per edge of the full graph whether it is left out */
    public boolean[] draw(CrystalGraph graph, RandomStream random) {
        int[] bondOf = new int[graph.edges()];
        Map<Bond, Integer> bonds = new HashMap<>();
        for (int e = 0; e < bondOf.length; e++) {
            int[] image = graph.image();
            Bond bond =
                    new Bond(graph.source()[e], graph.target()[e], image[3 * e], image[3 * e + 1], image[3 * e + 2]);
            boolean loop = bond.equals(bond.reversed());
            bondOf[e] = loop ? -1 : bonds.computeIfAbsent(bond.first() ? bond : bond.reversed(), b -> bonds.size());
        }
        boolean[] gone = new boolean[bonds.size()];
        int[] order = random.permutation(gone.length);
        for (int i = 0; i < Math.round(ratio * gone.length); i++) {
            gone[order[i]] = true;
        }
        boolean[] dropped = new boolean[bondOf.length];
        for (int e = 0; e < dropped.length; e++) {
            dropped[e] = bondOf[e] >= 0 && gone[bondOf[e]];
        }
        return dropped;
    }
}
