package org.dssl.adapters.io.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheFolderTest {
    private static Path graphs(String system, Map<String, String> environment) {
        Map<String, String> properties = Map.of("user.home", "home", "os.name", system);
        return CacheFolder.graphs(environment::get, properties::get);
    }

    @Test
    void eachSystemHasItsPlace() {
        assertEquals(Path.of("home/.cache/dssl/graphs"), graphs("Linux", Map.of()));
        assertEquals(Path.of("x/dssl/graphs"), graphs("Linux", Map.of("XDG_CACHE_HOME", "x")));
        assertEquals(Path.of("home/.cache/dssl/graphs"), graphs("Linux", Map.of("XDG_CACHE_HOME", " ")));
        assertEquals(Path.of("home/Library/Caches/dssl/graphs"), graphs("Mac OS X", Map.of()));
        assertEquals(Path.of("local/dssl/graphs"), graphs("Windows 11", Map.of("LOCALAPPDATA", "local")));
        assertEquals(Path.of("home/AppData/Local/dssl/graphs"), graphs("Windows 11", Map.of()));
    }

    @Test
    void theUsersOwnChoiceComesFirst() {
        assertEquals(Path.of("mine/graphs"), graphs("Linux", Map.of("DSSL_CACHE", "mine", "XDG_CACHE_HOME", "x")));
    }
}
