package org.dssl.app.pretrain;

import java.util.ArrayList;
import java.util.List;
import org.dssl.app.config.RunConfig;
import org.dssl.app.config.RunConfig.PretrainConfig;
import org.dssl.app.config.RunConfig.TaskConfig;
import org.dssl.app.plugins.PretextTasks;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.problem.Problem;
import org.dssl.ports.spi.PretextTask;

/** Makes the tasks that a configuration names. */
public final class ConfiguredTasks {
    private ConfiguredTasks() {}

    /** @throws InvalidInputException with every task that refuses its options */
    public static List<PretextTask> of(RunConfig config, PretextTasks known) {
        List<PretextTask> tasks = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (TaskConfig task : config.pretrain().map(PretrainConfig::tasks).orElse(List.of())) {
            try {
                tasks.add(known.find(task.type())
                        .orElseThrow(() -> new IllegalArgumentException(known.unknown(task.type())))
                        .create(task.options()));
            } catch (IllegalArgumentException e) {
                problems.add(new Problem(task.place(), e.getMessage()));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return tasks;
    }
}
