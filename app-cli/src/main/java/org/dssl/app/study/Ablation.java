package org.dssl.app.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.dssl.app.config.RunConfig;
import org.dssl.app.config.RunConfig.PretrainConfig;
import org.dssl.app.config.RunConfig.TaskConfig;
import org.dssl.app.config.RunConfigReader;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.ports.run.StudySummary;

/**
 * The ablation of the paper's Tables 2 to 4 and Figure 3: the network from scratch, with each part of pretraining, with
 * all of it, and with the micro-property as an input instead.
 */
public final class Ablation {
    private static final String MASK = "mask";
    private static final String CONTRAST = "contrastive";
    /** Labels of rows in which files differ: each has a micro-property of its own. */
    private static final Map<String, String> COMMON =
            Map.of("all", "DSSL + micro-property", "input", "Original, micro-property as input");

    private static final String PRETRAINED = "encoder.pretrained=";

    private final RunConfigReader reader;
    private final List<String> overrides;
    private final Path folder;

    /** By the pretraining's whole configuration, so that files which agree in it share it. */
    private final Map<String, Trial> pretrainings = new LinkedHashMap<>();

    private final Map<String, Study.Row> rows = new LinkedHashMap<>();

    private Ablation(RunConfigReader reader, List<String> overrides, Path folder) {
        this.reader = reader;
        this.overrides = overrides;
        this.folder = folder;
    }

    /**
     * @param yamls each with pretraining and fine-tuning; one column or more of the table each
     * @throws InvalidInputException if a file cannot be used, or two would stand in one column
     */
    public static Study of(RunConfigReader reader, List<Path> yamls, List<String> overrides, Path folder) {
        Ablation ablation = new Ablation(reader, overrides, folder);
        List<String> columns = new ArrayList<>();
        for (Path yaml : yamls) {
            String column = yaml.getFileName().toString().replaceFirst("\\.[^.]+$", "");
            if (columns.contains(column)) {
                throw new InvalidInputException(
                        yaml.toString(), "another file is called " + column + " too. Rename one of them.");
            }
            columns.add(column);
            ablation.add(yaml, column);
        }
        ablation.rows.values().removeIf(row -> row.trials().size() < yamls.size());
        String title = String.join(", ", columns);
        return new Study(
                StudySummary.Kind.ABLATION,
                folder,
                title,
                ablation.startedFrom(),
                columns.stream().map(column -> new Study.Column(column, 1)).toList(),
                List.copyOf(ablation.rows.values()));
    }

    /** The pretrainings that a row of the table starts from. */
    private List<Trial> startedFrom() {
        List<String> settings = rows.values().stream()
                .flatMap(row -> row.trials().stream())
                .flatMap(trial -> trial.overrides().stream())
                .toList();
        return pretrainings.values().stream()
                .filter(trial -> settings.contains(PRETRAINED + trial.folder()))
                .toList();
    }

    private void add(Path yaml, String column) {
        RunConfig config = reader.read(yaml, overrides);
        if (config.pretrain().isEmpty() || config.finetune().isEmpty()) {
            throw new InvalidInputException(yaml.toString(), "an ablation needs both pretrain and finetune.");
        }
        List<TaskConfig> tasks = config.pretrain().map(PretrainConfig::tasks).orElseThrow();
        List<TaskConfig> micro = tasks.stream().filter(Ablation::isMicro).toList();
        boolean mask = tasks.stream().anyMatch(task -> task.type().equals(MASK));
        boolean contrast = tasks.stream().anyMatch(task -> task.type().equals(CONTRAST));
        String all = String.join(" + ", micro.stream().map(TaskConfig::name).toList());

        row(yaml, column, "original", "Original", List.of("pretrain=off"));
        if (mask) {
            pretrained(yaml, column, "mask", "Mask", tasks, task -> task.type().equals(MASK));
        }
        if (contrast) {
            pretrained(yaml, column, "contrastive", "CL", tasks, task -> task.type()
                    .equals(CONTRAST));
        }
        if (mask && contrast) {
            pretrained(yaml, column, "dssl", "DSSL", tasks, task -> !isMicro(task));
        }
        if (!micro.isEmpty()) {
            pretrained(yaml, column, "all", mask && contrast ? "DSSL + " + all : "All tasks", tasks, task -> true);
            List<String> features = micro.stream()
                    .flatMap(task -> MicroProperties.feature(task).stream())
                    .toList();
            if (!features.isEmpty()) {
                String list = "graph.features=[element, " + String.join(", ", features) + "]";
                row(yaml, column, "input", "Original, " + all + " as input", List.of("pretrain=off", list));
            }
        }
    }

    private static boolean isMicro(TaskConfig task) {
        return !task.type().equals(MASK) && !task.type().equals(CONTRAST);
    }

    private void pretrained(
            Path yaml, String column, String name, String label, List<TaskConfig> tasks, Predicate<TaskConfig> kept) {
        List<String> settings = new ArrayList<>(overrides);
        settings.add("finetune=off");
        tasks.stream().filter(kept.negate()).forEach(task -> settings.add("pretrain.tasks." + task.name() + "=off"));
        String key = reader.read(yaml, with(settings, "output=pretraining")).resolvedYaml();
        boolean first =
                pretrainings.values().stream().noneMatch(other -> other.folder().endsWith(name));
        Path own = folder.resolve("pretrained").resolve(first ? name : name + "-" + column);
        Trial pretraining =
                pretrainings.computeIfAbsent(key, k -> new Trial(label + ", pretraining", yaml, settings, own));
        row(yaml, column, name, label, List.of("pretrain=off", PRETRAINED + pretraining.folder()));
    }

    private void row(Path yaml, String column, String name, String label, List<String> more) {
        List<String> settings = new ArrayList<>(overrides);
        settings.addAll(more);
        settings.add("finetune.compare=[]");
        Trial trial = new Trial(
                column + ", " + label, yaml, settings, folder.resolve(column).resolve(name));
        Study.Row row = rows.getOrDefault(name, new Study.Row(name, label, List.of()));
        rows.put(
                name,
                new Study.Row(name, row.label().equals(label) ? label : COMMON.get(name), with(row.trials(), trial)));
    }

    private static <E> List<E> with(List<E> list, E more) {
        List<E> all = new ArrayList<>(list);
        all.add(more);
        return all;
    }
}
