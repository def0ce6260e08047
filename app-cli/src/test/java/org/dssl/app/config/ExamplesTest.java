package org.dssl.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dssl.adapters.io.yaml.YamlConfigReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamplesTest {
    private static final Path ROOT = Path.of(System.getProperty("dssl.root", ".."));

    /** Examples are read as copies, beside the data and the runs that they build on. */
    @Test
    void everyShippedExampleIsAGoodConfiguration(@TempDir Path folder) throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        for (String file : List.of("mp_le20", "elasticity_dev", "mp_cgcnn_dev")) {
            Files.createFile(data.resolve(file + ".jsonl.gz"));
        }
        Path copies = Files.createDirectories(folder.resolve("examples"));
        Files.createDirectories(folder.resolve("runs/formation-energy"));
        YamlConfigReader yaml = new YamlConfigReader(name -> name.equals("DSSL_DATA") ? data.toString() : null);
        RunConfigReader reader = new RunConfigReader(yaml, ConfigFixture.TASKS);
        try (Stream<Path> examples = Files.list(ROOT.resolve("examples"))) {
            List<Path> files =
                    examples.filter(f -> f.toString().endsWith(".yaml")).toList();
            assertFalse(files.isEmpty());
            for (Path file : files) {
                Path copy = Files.copy(file, copies.resolve(file.getFileName()));
                RunConfig config = reader.read(copy, List.of());
                assertEquals("runs/" + file.getFileName().toString().replace(".yaml", ""), config.output());
            }
        }
    }
}
