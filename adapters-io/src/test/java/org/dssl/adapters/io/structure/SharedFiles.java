package org.dssl.adapters.io.structure;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Files outside the repository that only some machines have: in the folder that {@code DSSL_SHARED} names, or in
 * {@code ../shared} beside the repository. Without the folder a test is skipped with a printed reason.
 */
public final class SharedFiles {
    private SharedFiles() {}

    /** Empty where there is none. */
    public static Optional<Path> find(String name) {
        return Optional.of(folder().resolve(name)).filter(Files::exists);
    }

    /** A file such as {@code reference/crystals.jsonl}. */
    public static Path file(String name) {
        Path folder = folder();
        if (!Files.isDirectory(folder)) {
            String reason = "skipped: no folder " + folder + " with " + name + "; DSSL_SHARED names another";
            System.out.println(reason);
            assumeTrue(false, reason);
        }
        Path file = folder.resolve(name);
        assertTrue(Files.exists(file), () -> folder + " is there, but has no " + name);
        return file;
    }

    private static Path folder() {
        String named = System.getProperty("DSSL_SHARED", System.getenv("DSSL_SHARED"));
        return named != null && !named.isBlank()
                ? Path.of(named)
                : Repository.root().resolve("../shared");
    }
}
