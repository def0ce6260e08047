package org.dssl.plugins.pretext;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dssl.domain.augment.View;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.TestCrystals;
import org.dssl.domain.symmetry.CrystalSystem;
import org.dssl.ports.config.Option;
import org.dssl.ports.config.OptionValues;
import org.dssl.ports.spi.Head;
import org.dssl.ports.spi.Labels;
import org.dssl.ports.spi.PretextTask;
import org.junit.jupiter.api.Test;

class CrystalSystemTaskTest {

    /** The provider's defaults, changed as given: name, value. */
    private static PretextTask task(Object... changes) {
        CrystalSystemTask.Provider provider = new CrystalSystemTask.Provider();
        Map<String, Object> values = new HashMap<>();
        for (Option option : provider.options()) {
            values.put(option.name(), option.defaultValue());
        }
        for (int i = 0; i < changes.length; i += 2) {
            values.put((String) changes[i], changes[i + 1]);
        }
        return provider.create(new OptionValues(values));
    }

    private static Map<String, Object> labels(PretextTask task, Crystal crystal) {
        Map<String, Object> found = new HashMap<>();
        task.label(0, new View(crystal, crystal, null, new boolean[0], new double[0]), (Labels) Proxy.newProxyInstance(
                Labels.class.getClassLoader(), new Class<?>[] {Labels.class}, (proxy, method, arguments) -> {
                    found.put(arguments[0] + " " + method.getName(), arguments[1]);
                    return null;
                }));
        return found;
    }

    @Test
    void crystalsAreLabelledWithTheirSystemNotThatOfTheirCell() {
        Crystal inLongCell = TestCrystals.supercell(TestCrystals.rocksalt(), 1, 1, 2);
        Map<String, Object> found = labels(task("loss", "classify"), inLongCell);
        assertEquals(Map.of("system crystalClass", CrystalSystem.CUBIC.ordinal()), found);
    }

    @Test
    void contrastHasTheSystemAsOneHotRow() {
        double[] row = (double[]) labels(task(), TestCrystals.rutile()).get("system crystalValues");
        assertArrayEquals(new double[] {0, 0, 0, 1, 0, 0, 0}, row);
    }

    @Test
    void theToleranceIsAnOption() {
        Crystal almost = TestCrystals.of(TestCrystals.cubic(4.12), "Cs Cl", 0, 0, 0, 0.5, 0.5, 0.51);
        assertEquals(
                Map.of("system crystalClass", CrystalSystem.TETRAGONAL.ordinal()),
                labels(task("loss", "classify"), almost));
        assertEquals(
                Map.of("system crystalClass", CrystalSystem.CUBIC.ordinal()),
                labels(task("loss", "classify", "symprec", 0.1), almost));
    }

    @Test
    void contrastHasAProjectorUnlessNoneIsAskedForAndClassificationSevenLogits() {
        assertEquals(List.of(Head.perCrystal("projector", 64, 64)), task().heads());
        assertEquals(List.of(), task("projector", List.of()).heads());
        assertEquals(
                List.of(Head.perCrystal("system", 32, 7)),
                task("loss", "classify", "projector", List.of(32L)).heads());
    }

    @Test
    void onlyContrastCouplesCrystals() {
        assertTrue(task().couplesCrystals());
        assertFalse(task("loss", "classify").couplesCrystals());
    }
}
