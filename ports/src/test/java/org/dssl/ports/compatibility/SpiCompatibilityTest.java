package org.dssl.ports.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A plugin says which version of the interface it was built for; so an interface that breaks it must have another. */
class SpiCompatibilityTest {

    @Test
    void aPluginBuiltForThisVersionStillRuns() throws IOException {
        byte[] before = SpiBaseline.read();
        byte[] now = SpiClasses.jar();
        int version = SpiBaseline.version(before);
        assertEquals(
                version,
                SpiBaseline.version(now),
                "SPI_VERSION has changed; scripts/make_spi_baseline.sh records the interface that it stands for");
        List<String> breaking = SpiChanges.breaking(before, now);
        assertTrue(
                breaking.isEmpty(),
                "plugins built for version " + version + " of the plugin interface would break:\n  "
                        + String.join("\n  ", breaking)
                        + "\nUndo this, or raise PretextTaskProvider.SPI_VERSION and run scripts/make_spi_baseline.sh"
                        + " (with --unreleased and the same version, as long as none is released).");
    }
}
