package org.dssl.adapters.io.store;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;

/** Where the user's programs keep what can be made again. */
final class CacheFolder {
    private CacheFolder() {}

    /**
     * {@code DSSL_CACHE} if it is set; else the system's: {@code XDG_CACHE_HOME} or {@code ~/.cache}, on macOS
     * {@code ~/Library/Caches}, on Windows {@code LOCALAPPDATA}.
     *
     * @param environment values of variables, null if one is not set
     * @param property of the JVM
     */
    static Path graphs(Function<String, String> environment, Function<String, String> property) {
        String own = set(environment.apply("DSSL_CACHE"));
        if (own != null) {
            return Path.of(own, "graphs");
        }
        String home = property.apply("user.home");
        String system = property.apply("os.name").toLowerCase(Locale.ROOT);
        Path caches;
        if (system.startsWith("mac")) {
            caches = Path.of(home, "Library", "Caches");
        } else if (system.startsWith("windows")) {
            String local = set(environment.apply("LOCALAPPDATA"));
            caches = local == null ? Path.of(home, "AppData", "Local") : Path.of(local);
        } else {
            String xdg = set(environment.apply("XDG_CACHE_HOME"));
            caches = xdg == null ? Path.of(home, ".cache") : Path.of(xdg);
        }
        return caches.resolve("dssl").resolve("graphs");
    }

    private static String set(String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
