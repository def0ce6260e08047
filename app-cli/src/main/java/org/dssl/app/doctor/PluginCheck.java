package org.dssl.app.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.dssl.app.plugins.PluginDiscovery.Found;
import org.dssl.ports.out.Finding;
import org.dssl.ports.out.SelfCheck;

/** Which JARs bring pretext tasks, and which do not though they should. */
public final class PluginCheck implements SelfCheck {
    private static final String SUBJECT = "plugins";

    private final Supplier<Found> search;

    public PluginCheck(Supplier<Found> search) {
        this.search = search;
    }

    @Override
    public List<Finding> findings() {
        Found found = search.get();
        Map<String, List<String>> byFile = new TreeMap<>();
        for (String id : found.tasks().ids()) {
            byFile.computeIfAbsent(found.tasks().origin(id).file(), file -> new ArrayList<>())
                    .add(id);
        }
        List<Finding> findings = new ArrayList<>();
        byFile.forEach((file, ids) -> findings.add(Finding.ok(
                SUBJECT, file + ": " + (ids.size() > 3 ? ids.size() + " pretext tasks" : String.join(", ", ids)))));
        if (byFile.size() <= 1 && found.problems().isEmpty()) {
            findings.add(Finding.ok(SUBJECT, "no JARs: neither in the folder plugins nor on --plugin-path"));
        }
        found.problems().forEach(problem -> findings.add(Finding.problem(SUBJECT, problem.toString(), "")));
        return findings;
    }
}
