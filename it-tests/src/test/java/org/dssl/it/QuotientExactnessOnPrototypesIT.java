package org.dssl.it;

import java.util.List;
import org.dssl.domain.crystal.Crystal;

class QuotientExactnessOnPrototypesIT extends QuotientExactness {
    @Override
    List<Crystal> crystals() {
        return TestedCrystals.prototypes().subList(0, 16);
    }
}
