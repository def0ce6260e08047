package org.dssl.adapters.tensorflow;

import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dssl.ports.out.Finding;
import org.dssl.ports.out.SelfCheck;

/** What TensorFlow needs of this machine. Loads its library in another process only, which unpacks it if need be. */
public final class TensorFlowCheck implements SelfCheck {
    @Override
    public List<Finding> findings() {
        LoadCheck.Loaded loaded = LoadCheck.look(System.getProperties());
        List<Finding> findings = new ArrayList<>(List.of(loaded.finding()));
        URL library = NativeLibrary.resource();
        if (library != null) {
            findings.addAll(cache(library));
        }
        findings.add(CpuCheck.ofThisMachine().finding());
        findings.add(GpuCheck.ofThisMachine(loaded.gpu()).finding());
        return findings;
    }

    private List<Finding> cache(URL library) {
        Optional<Path> cache = NativeLibrary.cache();
        return cache.isEmpty()
                ? List.of(CacheCheck.withoutFolder())
                : new CacheCheck(System.getProperty("org.bytedeco.javacpp.cachedir"), cache.get(), library).findings();
    }
}
