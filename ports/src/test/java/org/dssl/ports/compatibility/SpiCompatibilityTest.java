package org.dssl.ports.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** A plugin says which version of the interface it was built for; so an interface that breaks it must have another. */
class SpiCompatibilityTest {

    @Test
    void aMethodThatIsGoneIsNoticed() throws IOException {
        byte[] now = SpiClasses.jar();
        assertEquals(List.of(), SpiChanges.breaking(now, now));
        assertEquals(
                List.of("org.dssl.ports.spi.Labels.atomClasses(): METHOD_REMOVED"),
                SpiChanges.breaking(now, withAnotherName(now, "org/dssl/ports/spi/Labels.class", "atomClasses")));
    }

    /** The JAR with a name within a class changed: reversed, so that its length stays. */
    private static byte[] withAnotherName(byte[] jar, String path, String name) throws IOException {
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar));
                ZipOutputStream out = new ZipOutputStream(changed)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                String content = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
                String other = new StringBuilder(name).reverse().toString();
                out.write((entry.getName().equals(path) ? content.replace(name, other) : content)
                        .getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return changed.toByteArray();
    }

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
