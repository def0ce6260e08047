package org.dssl.domain.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.TestCrystals;
import org.junit.jupiter.api.Test;

class ShrinkageTest {
    private static Shrinkage of(Crystal crystal) {
        CrystalGraph full = GraphBuilder.build(crystal, GraphOptions.DEFAULT);
        return Shrinkage.of(full, Quotient.of(full, crystal.atomicNumbers(), 1e-4));
    }

    /** An atom of rocksalt has 6 neighbours of the other kind and, in the shell of the twelfth, 12 of its own. */
    @Test
    void atomsAndEdgesAreCountedBeforeAndAfter() {
        Shrinkage rocksalt = of(TestCrystals.cubicRocksalt());
        assertEquals(new Shrinkage(8, 8 * 18, 0, 2, 4, 0), rocksalt);
        assertEquals("8 atoms → 2 (4.0×), 144 edges → 4 (36.0×)", rocksalt.text());
    }

    @Test
    void shrinkagesAddUp() {
        Shrinkage sum = Shrinkage.NONE.plus(of(TestCrystals.cubicRocksalt())).plus(of(TestCrystals.fcc()));
        assertEquals(new Shrinkage(9, 144 + 12, 0, 3, 5, 0), sum);
    }

    @Test
    void whatDoesNotShrinkHasNoArrow() {
        assertEquals("1 atoms, 12 edges → 1 (12.0×)", of(TestCrystals.fcc()).text());
        assertEquals(
                "1,000 atoms, 5,000 edges, 30,000 angles → 20,000 (1.5×)",
                new Shrinkage(1000, 5000, 30_000, 1000, 5000, 20_000).text());
    }
}
