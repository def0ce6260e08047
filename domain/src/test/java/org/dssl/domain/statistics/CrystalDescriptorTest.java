package org.dssl.domain.statistics;

import static org.dssl.domain.testing.TensorAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.TestCrystals;
import org.dssl.domain.testing.TensorAssertions.Tolerance;
import org.junit.jupiter.api.Test;

class CrystalDescriptorTest {
    @Test
    void meansAndDeviationsByHand() {
        Crystal salt = TestCrystals.rocksalt();
        double[] descriptor = CrystalDescriptor.of(salt);
        assertEquals(CrystalDescriptor.COLUMNS, descriptor.length);
        // Pauling's 0.93 of sodium and 3.16 of chlorine.
        assertEquals((0.93 + 3.16) / 2, descriptor[0], 1e-12);
        assertEquals((3.16 - 0.93) / 2, descriptor[1], 1e-12);
        assertEquals(Math.log(salt.lattice().volume() / 2), descriptor[8], 1e-12);
    }

    @Test
    void theCellDoesNotMatter() {
        assertClose(
                CrystalDescriptor.of(TestCrystals.rocksalt()),
                CrystalDescriptor.of(TestCrystals.cubicRocksalt()),
                new Tolerance(1e-9, 1e-9),
                "primitive and conventional");
    }
}
