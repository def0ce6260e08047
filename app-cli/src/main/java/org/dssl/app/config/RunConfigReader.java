package org.dssl.app.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dssl.app.plugins.PluginSettings;
import org.dssl.app.plugins.PretextTasks;
import org.dssl.app.plugins.TaskSource;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.ports.config.ConfigNode;
import org.dssl.ports.config.ConfigReader;

/**
 * From YAML to a checked configuration. Every method throws {@link InvalidInputException} with all problems found, each
 * with file, line and key path. Thread-safe.
 */
public final class RunConfigReader {
    private static final String STANDARD_TASKS = "dssl";

    /** Enough to write short forms out; tasks have none. */
    private static final Section WITHOUT_TASKS = Schema.of(PretextTasks.of(List.of()));

    private final ConfigReader reader;
    private final TaskSource source;
    private final Presets presets;

    public RunConfigReader(ConfigReader reader, TaskSource source) {
        this.reader = reader;
        this.source = source;
        this.presets = new Presets(reader);
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
     * The resolved configuration of an earlier run, for its models. Its inputs may have moved since; no JAR is loaded, and
     * tasks of plugins are left out.
     *
     * @param yaml only named in messages
     */
    public RunConfig reread(String resolvedText, Path yaml) {
        return read(List.of(reader.parse(resolvedText, yaml.toString())), yaml, false);
    }

    private RunConfig read(List<ConfigNode> layers, Path yaml, boolean toRun) {
        layers.forEach(RunConfigReader::requireMap);
        Problems problems = new Problems();
        Path folder = Optional.ofNullable(yaml.toAbsolutePath().getParent()).orElse(Path.of(""));
        InputPaths paths = new InputPaths(folder, toRun, problems);
        List<ConfigNode> writtenOut = layers.stream()
                .map(layer -> Shorthands.writtenOut(WITHOUT_TASKS, layer))
                .toList();
        ConfigNode root = paths.resolved(Completion.of(presets.merge(writtenOut), yaml.toString(), standardTasks()));
        PretextTasks tasks = source.tasks(toRun ? PluginSection.settings(root) : PluginSettings.NO_JARS);
        ConfigNode checked = toRun ? paths.ofTasks(root, tasks) : Completion.withTasksOf(root, tasks.ids());
        Section schema = Schema.of(tasks);
        SectionValues values = new SectionCheck(problems, (section, id) -> tasks.unknown(id)).check(schema, checked);
        new Consistency(problems, toRun).check(values);
        values.optional("pretrain").ifPresent(p -> p.all("tasks").forEach(task -> tryTask(task, tasks, problems)));
        problems.throwIfAny();
        return RunConfigMapper.map(values, tasks, ResolvedYaml.of(schema, values));
    }

    private ConfigNode standardTasks() {
        return presets.fragment(STANDARD_TASKS).map().get("pretrain").map().get("tasks");
    }

    /** A task may know rules between its options that no schema can tell. */
    private static void tryTask(SectionValues task, PretextTasks tasks, Problems problems) {
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
