package org.dssl.app.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dssl.app.plugins.PretextTasks;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.ports.config.ConfigNode;
import org.dssl.ports.config.ConfigReader;

/**
 * From YAML to a checked configuration. Every method throws {@link InvalidInputException} with all problems found, each
 * with file, line and key path. Thread-safe.
 */
public final class RunConfigReader {
    private static final String STANDARD_TASKS = "dssl";

    private final ConfigReader reader;
    private final PretextTasks tasks;
    private final Presets presets;
    private final Section schema;

    public RunConfigReader(ConfigReader reader, PretextTasks tasks) {
        this.reader = reader;
        this.tasks = tasks;
        this.presets = new Presets(reader);
        this.schema = Schema.of(tasks);
    }

    /**
     * @param overrides {@code key.path=value}, the last one wins; paths in them are relative to the working directory
     */
    public RunConfig read(Path yaml, List<String> overrides) {
        List<ConfigNode> layers = new ArrayList<>(List.of(reader.read(yaml)));
        overrides.forEach(setting -> layers.add(reader.override(setting)));
        return read(layers, yaml, true);
    }

    /**
     * The resolved configuration of an earlier run, whose inputs may have moved since.
     *
     * @param yaml only named in messages
     */
    public RunConfig reread(String resolvedText, Path yaml) {
        return read(List.of(reader.parse(resolvedText, yaml.toString())), yaml, false);
    }

    private RunConfig read(List<ConfigNode> layers, Path yaml, boolean inputsMustExist) {
        layers.forEach(RunConfigReader::requireMap);
        Problems problems = new Problems();
        Path folder = Optional.ofNullable(yaml.toAbsolutePath().getParent()).orElse(Path.of(""));
        InputPaths paths = new InputPaths(folder, inputsMustExist, problems);
        List<ConfigNode> writtenOut = layers.stream()
                .map(layer -> Shorthands.writtenOut(schema, layer))
                .toList();
        ConfigNode root = paths.resolved(Completion.of(presets.merge(writtenOut), yaml.toString(), standardTasks()));
        SectionValues values = new SectionCheck(problems, (section, id) -> tasks.unknown(id)).check(schema, root);
        new Consistency(problems).check(values);
        values.optional("pretrain").ifPresent(p -> p.all("tasks").forEach(task -> tryTask(task, problems)));
        problems.throwIfAny();
        return RunConfigMapper.map(values, ResolvedYaml.of(schema, values));
    }

    private ConfigNode standardTasks() {
        return presets.fragment(STANDARD_TASKS).map().get("pretrain").map().get("tasks");
    }

    /** A task may know rules between its options that no schema can tell. */
    private void tryTask(SectionValues task, Problems problems) {
        if (!problems.isEmpty()) {
            return;
        }
        try {
            tasks.find(task.options().text("type")).orElseThrow().create(RunConfigMapper.taskOptions(task));
        } catch (IllegalArgumentException e) {
            problems.add(task.node(), e.getMessage());
        }
    }

    private static void requireMap(ConfigNode layer) {
        if (layer.value() == null) {
            throw new InvalidInputException(List.of(layer.problem("is empty. Give pretrain, finetune, or both.")));
        }
        if (!layer.isMap()) {
            throw new InvalidInputException(List.of(layer.problem("must be \"key: value\" lines.")));
        }
    }
}
