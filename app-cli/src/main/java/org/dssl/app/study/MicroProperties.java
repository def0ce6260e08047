package org.dssl.app.study;

import java.util.Optional;
import org.dssl.app.config.RunConfig.TaskConfig;
import org.dssl.domain.crystal.ElementColumn;

/** Micro-properties that a task asks for and a feature can tell. */
final class MicroProperties {
    private static final String GENERAL = "element-property";

    private MicroProperties() {}

    /** The column of {@code graph.features} with what the task predicts; none for a property of the user's own. */
    static Optional<String> feature(TaskConfig task) {
        if (!task.type().equals(GENERAL)) {
            return ElementColumn.named(task.type()).map(ElementColumn::name);
        }
        return task.options().isSet("file")
                ? Optional.empty()
                : Optional.of(task.options().text("property"));
    }
}
