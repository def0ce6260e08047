package org.dssl.app.plugins;

import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a plugin comes from, for messages and provenance.
 *
 * @param provider name of its class
 * @param file as the user knows it: the JAR, the folder of classes, or "built in"
 * @param sha256 of the JAR, if it is one and not built in
 */
public record Origin(String provider, String file, Optional<String> sha256) {
    /** Keys of {@link #facts}. */
    public static final String FILE = "file";

    public static final String SHA256 = "sha256";

    private static final String BUILT_IN = "org.dssl.plugins.";

    /** Of a class on the class path. */
    static Origin of(Class<?> type) {
        if (type.getName().startsWith(BUILT_IN)) {
            return new Origin(type.getName(), "built in", Optional.empty());
        }
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return new Origin(type.getName(), "of unknown place", Optional.empty());
        }
        try {
            Path path = Path.of(source.getLocation().toURI());
            return new Origin(
                    type.getName(),
                    path.getFileName().toString(),
                    Files.isRegularFile(path) ? Optional.of(Sha256.of(path)) : Optional.empty());
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return new Origin(type.getName(), source.getLocation().toString(), Optional.empty());
        }
    }

    /** Class, file and, of a JAR, its SHA-256: what a run records. */
    public Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("class", provider);
        facts.put(FILE, file);
        sha256.ifPresent(sha -> facts.put(SHA256, sha));
        return facts;
    }

    /** {@code org.example.SystemProvider (plugins/crystal-system-1.0.jar)}. */
    @Override
    public String toString() {
        return provider + " (" + file + ")";
    }
}
