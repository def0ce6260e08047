package org.dssl.it;

import java.util.List;
import org.dssl.domain.crystal.Crystal;

class QuotientSymmetryOnPrototypesIT extends QuotientSymmetry {
    @Override
    List<Crystal> crystals() {
        return TestedCrystals.prototypes();
    }
}
