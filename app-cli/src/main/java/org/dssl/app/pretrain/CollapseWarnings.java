package org.dssl.app.pretrain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dssl.ports.spi.Measure;

/** Warns, once for each measure of a task, when an epoch's mean is below what the task calls healthy. */
final class CollapseWarnings {
    private final ViewPlan plan;
    private final Set<String> said = new HashSet<>();

    CollapseWarnings(ViewPlan plan) {
        this.plan = plan;
    }

    /** @param epoch from 0 */
    List<String> of(Map<String, Double> means, int epoch) {
        List<String> warnings = new ArrayList<>();
        for (TaskEntry entry : plan.tasks()) {
            for (Measure measure : entry.task().measures()) {
                String name = PretrainProgram.measureName(entry, measure);
                double mean = means.get(name);
                if (mean < measure.least() && said.add(name)) {
                    warnings.add(String.format(
                            Locale.ROOT,
                            "%s, epoch %d: %s is %.2g, below %.2g: %s",
                            entry.name(),
                            epoch + 1,
                            measure.name(),
                            mean,
                            measure.least(),
                            measure.warning()));
                }
            }
        }
        return warnings;
    }
}
