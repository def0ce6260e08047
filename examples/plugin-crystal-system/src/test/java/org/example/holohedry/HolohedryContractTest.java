package org.example.holohedry;

import org.dssl.ports.spi.PretextTaskProvider;
import org.dssl.testkit.PretextTaskContract;

/** What every task must hold; the tests are inherited. */
class HolohedryContractTest extends PretextTaskContract {
    @Override
    protected PretextTaskProvider provider() {
        return new HolohedryProvider();
    }
}
