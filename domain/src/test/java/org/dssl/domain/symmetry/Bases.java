package org.dssl.domain.symmetry;

import org.dssl.domain.crystal.Lattice;
import org.dssl.domain.random.RandomStream;

/** Other bases of a lattice. */
final class Bases {
    private Bases() {}

    /** Adds vectors to one another, a few times, at random. */
    static Lattice other(Lattice lattice, RandomStream random) {
        double[] v = lattice.rows();
        for (int step = 0; step < 6; step++) {
            int i = random.nextInt(3);
            int j = (i + 1 + random.nextInt(2)) % 3;
            int times = random.nextInt(5) - 2;
            for (int k = 0; k < 3; k++) {
                v[3 * i + k] += times * v[3 * j + k];
            }
        }
        return Lattice.ofRows(v);
    }
}
