package org.dssl.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dssl.app.plugins.PretextTasks;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.TestCrystals;
import org.dssl.ports.spi.PretextTaskProvider;
import org.junit.jupiter.api.Nested;

/** The task crystal-system holds the contract in both its forms. */
class CrystalSystemContractTest {

    private abstract static class OfCrystalSystem extends PretextTaskContract {
        @Override
        protected PretextTaskProvider provider() {
            return PretextTasks.discovered(PretextTasks.class.getClassLoader())
                    .find("crystal-system")
                    .orElseThrow();
        }

        /** Contrast needs two of a system: the second cubic crystal and the second tetragonal one. */
        @Override
        protected List<Crystal> crystals() {
            List<Crystal> crystals = new ArrayList<>(super.crystals());
            crystals.add(TestCrystals.rocksalt().withId("rocksalt"));
            crystals.add(TestCrystals.of(TestCrystals.cubic(4), "Cs Cl", 0, 0, 0, 0.5, 0.5, 0.6)
                    .withId("polar"));
            return crystals;
        }
    }

    @Nested
    class Contrast extends OfCrystalSystem {}

    @Nested
    class ContrastOfEmbeddings extends OfCrystalSystem {
        @Override
        protected Map<String, Object> settings() {
            return Map.of("projector", List.of(), "temperature", 0.5);
        }
    }

    @Nested
    class Classification extends OfCrystalSystem {
        @Override
        protected Map<String, Object> settings() {
            return Map.of("loss", "classify");
        }
    }
}
