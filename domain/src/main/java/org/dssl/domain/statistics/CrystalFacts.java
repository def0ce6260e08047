package org.dssl.domain.statistics;

import java.util.Arrays;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.symmetry.CrystalSystem;
import org.dssl.domain.symmetry.Symmetry;

/**
 * What is counted of a crystal.
 *
 * @param values by the order of {@link Quantity}
 */
public record CrystalFacts(Crystal crystal, double[] values, CrystalSystem system) {

    /** @throws org.dssl.domain.crystal.CrystalException if the cell is too large or too skew to be reduced */
    public static CrystalFacts of(Crystal crystal) {
        Crystal primitive = Symmetry.primitive(crystal, Symmetry.DEFAULT_TOLERANCE);
        double[] values = Arrays.stream(Quantity.values())
                .mapToDouble(quantity -> rounded(quantity.of(crystal, primitive)))
                .toArray();
        return new CrystalFacts(crystal, values, CrystalSystem.of(crystal, Symmetry.DEFAULT_TOLERANCE));
    }

    /** An angle of 90.0000001° is one of 90°: what comes from the digits of a file must not part two distributions. */
    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
