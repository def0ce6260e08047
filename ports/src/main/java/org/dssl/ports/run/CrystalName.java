package org.dssl.ports.run;

import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.ReducedFormula;

/** @param formula reduced, as people write it: {@code SrTiO3} */
public record CrystalName(String id, String formula) {
    public static CrystalName of(Crystal crystal) {
        return new CrystalName(crystal.id(), ReducedFormula.written(crystal));
    }
}
