package org.dssl.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dssl.app.config.RunConfig;
import org.dssl.app.config.RunConfig.PretrainConfig;
import org.dssl.app.config.RunConfig.TaskConfig;
import org.dssl.app.plugins.Origin;
import org.dssl.ports.out.ProgressListener;
import org.dssl.ports.run.RunFolder;

/** Which code computed a run's pretext tasks. */
final class PluginProvenance {
    static final String KEY = "plugins";

    private PluginProvenance() {}

    /** By the user's names of the tasks: type, class, file and, of a JAR, its SHA-256. */
    static Map<String, Object> of(RunConfig config) {
        Map<String, Object> plugins = new LinkedHashMap<>();
        for (TaskConfig task : config.pretrain().map(PretrainConfig::tasks).orElse(List.of())) {
            Map<String, Object> facts = new LinkedHashMap<>(Map.of("type", task.type()));
            facts.putAll(config.knownTasks().origin(task.type()).facts());
            plugins.put(task.name(), facts);
        }
        return plugins;
    }

    /** A run that goes on with other JARs than it began with says so. */
    static void warnOfChanges(RunFolder folder, RunConfig config, ProgressListener listener) {
        Object before = folder.provenance().map(facts -> facts.get(KEY)).orElse(null);
        if (!(before instanceof Map)) {
            return;
        }
        of(config).forEach((name, now) -> {
            Object then = ((Map<?, ?>) before).get(name);
            if (then instanceof Map && !Objects.equals(sha256(then), sha256(now))) {
                listener.warning("pretrain.tasks." + name + ": " + ((Map<?, ?>) now).get(Origin.FILE)
                        + " has changed since this run began. --fresh starts anew with it");
            }
        });
    }

    private static Object sha256(Object facts) {
        return ((Map<?, ?>) facts).get(Origin.SHA256);
    }
}
