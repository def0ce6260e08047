package org.dssl.app.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dssl.adapters.io.yaml.YamlConfigReader;
import org.dssl.app.plugins.PretextTasks;
import org.dssl.domain.problem.InvalidInputException;
import org.junit.jupiter.api.Assertions;

/** Reads configurations that lie in a folder of the test's own, with the built-in tasks. */
final class ConfigFixture {
    static final PretextTasks TASKS = PretextTasks.discovered(ConfigFixture.class.getClassLoader());
    static final YamlConfigReader YAML = new YamlConfigReader(name -> null);
    static final RunConfigReader READER = new RunConfigReader(YAML, TASKS);

    private final Path folder;

    /** Makes the inputs that the tests' configurations name. */
    ConfigFixture(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder.resolve("crystals"));
            Files.writeString(folder.resolve("moduli.csv"), "id,K_VRH\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RunConfig read(String yaml, String... overrides) {
        Path file = folder.resolve("my.yaml");
        try {
            Files.writeString(file, yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return READER.read(file, List.of(overrides));
    }

    /** The problems of a wrong configuration, without the folder before the file's name. */
    String problems(String yaml, String... overrides) {
        InvalidInputException e = Assertions.assertThrows(InvalidInputException.class, () -> read(yaml, overrides));
        return e.getMessage().replace(folder + "/", "").replace(folder.toString(), "FOLDER");
    }
}
