package org.dssl.app.pretrain;

import java.util.List;
import org.dssl.domain.crystal.Crystal;
import org.dssl.it.TestedCrystals;

class PretrainQuotientOnPrototypesIT extends PretrainQuotient {
    @Override
    List<Crystal> crystals() {
        return TestedCrystals.prototypes().subList(0, 12);
    }
}
