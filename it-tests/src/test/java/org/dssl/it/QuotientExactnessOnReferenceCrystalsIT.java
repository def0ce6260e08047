package org.dssl.it;

import java.util.List;
import org.dssl.domain.crystal.Crystal;
import org.junit.jupiter.api.Tag;

@Tag("parity")
class QuotientExactnessOnReferenceCrystalsIT extends QuotientExactness {
    @Override
    List<Crystal> crystals() {
        return SharedData.referenceCrystals();
    }
}
