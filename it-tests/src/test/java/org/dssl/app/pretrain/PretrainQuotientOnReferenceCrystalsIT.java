package org.dssl.app.pretrain;

import java.util.List;
import org.dssl.domain.crystal.Crystal;
import org.dssl.it.SharedData;
import org.junit.jupiter.api.Tag;

@Tag("parity")
class PretrainQuotientOnReferenceCrystalsIT extends PretrainQuotient {
    @Override
    List<Crystal> crystals() {
        return SharedData.referenceCrystals();
    }
}
