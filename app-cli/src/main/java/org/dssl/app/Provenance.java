package org.dssl.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dssl.app.config.RunConfig;
import org.dssl.ports.out.ModelBackend;
import org.dssl.ports.run.RunFolder;

/** What is needed to say where a result comes from and to repeat it. */
final class Provenance {
    static final String DATA = "data-sha256";
    static final String STARTED = "started";

    private Provenance() {}

    static String version() {
        String version = Provenance.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    static String headline(ModelBackend backend, RunConfig config) {
        return "dssl " + version() + " · " + backend.description() + " · seed " + config.seed() + " · "
                + config.output();
    }

    /** @param hashes of the data's content by its source */
    static void write(
            RunFolder folder, RunConfig config, ModelBackend backend, Services services, Map<String, String> hashes) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("dssl", version());
        facts.put("backend", backend.description());
        facts.put("java", System.getProperty("java.vendor") + " " + System.getProperty("java.version"));
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        facts.put("processors", Runtime.getRuntime().availableProcessors());
        facts.put(STARTED, services.clock().instant().toString());
        facts.put("seed", config.seed());
        facts.put(DATA, hashes);
        facts.put("data-attribution", services.datasets().attributions(List.copyOf(hashes.keySet())));
        facts.put(PluginProvenance.KEY, PluginProvenance.of(config));
        folder.writeProvenance(facts);
    }
}
