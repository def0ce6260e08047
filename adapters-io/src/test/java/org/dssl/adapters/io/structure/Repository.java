package org.dssl.adapters.io.structure;

import java.nio.file.Path;

/** Where the sources of dssl are, for tests of its documents. */
public final class Repository {
    private Repository() {}

    public static Path root() {
        return Path.of(System.getProperty("dssl.root", "..")).toAbsolutePath().normalize();
    }
}
