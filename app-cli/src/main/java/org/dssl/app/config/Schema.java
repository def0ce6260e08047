package org.dssl.app.config;

import static org.dssl.app.config.Section.Form.ALWAYS;
import static org.dssl.app.config.Section.Form.NAMED;
import static org.dssl.app.config.Section.Form.ONE_OR_MORE;
import static org.dssl.app.config.Section.Form.OPTIONAL;
import static org.dssl.app.config.Section.Form.TYPED;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dssl.app.plugins.PretextTasks;
import org.dssl.domain.graph.ElementFeatures;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.ports.config.Option;
import org.dssl.ports.config.Option.Type;
import org.dssl.ports.out.ReadPolicy;
import org.dssl.ports.spi.PretextTaskProvider;

/** The whole configuration, once. Training options are in {@link TrainingSchema}. */
public final class Schema {
    static final String BUILTIN = "builtin:";

    /** More threads than this wait for one another on graphs of this size. */
    private static final int MOST_THREADS = 8;

    private Schema() {}

    /** @param tasks whose options are allowed below {@code pretrain.tasks} */
    public static Section of(PretextTasks tasks) {
        return new Section(
                "",
                ALWAYS,
                "A run: pretrain, fine-tune, or both.",
                null,
                Set.of(),
                List.of(
                        Option.list(
                                "preset",
                                Type.CHOICES,
                                List.of(),
                                Presets.NAMES,
                                "Shipped settings to start from (dssl presets lists them); your own keys win over all"),
                        Option.integer(
                                "seed",
                                7L,
                                Long.MIN_VALUE,
                                Long.MAX_VALUE,
                                "Everything random follows from it: equal seeds give equal runs"),
                        Option.text(
                                "output",
                                null,
                                "Folder of the run, relative to the working directory; runs/NAME for NAME.yaml if left out"),
                        Option.choice(
                                "on-bad-structure",
                                "skip",
                                List.of("skip", "fail"),
                                "A structure that cannot be used is listed in skipped.csv, or stops the run")),
                List.of(
                        encoder(),
                        graph(),
                        pretrain(tasks),
                        finetune(),
                        SearchSection.schema(),
                        compute(),
                        PluginSection.schema()));
    }

    private static Section encoder() {
        return new Section(
                "encoder",
                TYPED,
                "The graph network that is pretrained and fine-tuned.",
                Section.TYPE,
                Set.of(),
                List.of(
                        Option.choice(Section.TYPE, Encoders.STANDARD, Encoders.names(), "Kind of network"),
                        Option.text(
                                "pretrained",
                                null,
                                "Weights to start from: a run folder, also one of dssl import-weights; relative to the YAML file")),
                Encoders.ALL.stream().map(Schema::encoder).toList());
    }

    private static Section encoder(EncoderType type) {
        String more = type.surroundings().isEmpty() ? "" : "; " + type.surroundings();
        return new Section(type.id(), ALWAYS, type.description() + more, null, Set.of(), type.options(), List.of());
    }

    private static Section graph() {
        GraphOptions standard = GraphOptions.DEFAULT;
        return new Section(
                "graph",
                ALWAYS,
                "How a crystal becomes a graph of atoms and neighbours.",
                "mode",
                Set.of(),
                List.of(
                        Option.choice(
                                "mode",
                                "all-images",
                                List.of("all-images", "minimum-image"),
                                "Every periodic image of a neighbour and whole shells, or the nearest image only (the paper)"),
                        Option.integer(
                                "neighbours", (long) standard.neighbours(), 1, 100, "Nearest neighbours of an atom"),
                        Option.number(
                                "radius", standard.radius(), 0.5, 30, "Å", "Neighbours are searched for up to here"),
                        Option.number(
                                "tolerance",
                                standard.tolerance(),
                                1e-9,
                                0.1,
                                "Å",
                                "Lengths closer than this are equal: one shell of neighbours, one length of the quotient"),
                        Option.flag(
                                "quotient",
                                standard.quotient(),
                                "Compute atoms and edges with equal environments once: the same numbers in a fraction of the"
                                        + " time; dropout then hides whole classes (docs/quotient.md)"),
                        Option.list(
                                Features.KEY,
                                Type.CHOICES,
                                List.of(Features.ELEMENT),
                                Features.known(),
                                "What the network is told of an atom: its element, properties of the element, and with"
                                        + " orbital-field which subshells meet which of its neighbours' (1,056 columns:"
                                        + " OGCNN); hidden where a task masks the atom"),
                        Option.choice(
                                Features.ELEMENTS,
                                Choices.name(ElementFeatures.ONE_HOT),
                                Choices.names(ElementFeatures.values()),
                                "What tells elements apart: a column each, or nine properties in bins; the latter if left"
                                        + " out with "
                                        + String.join(", ", Encoders.readingProperties())),
                        Option.flag("degree", false, "Tell the network how many neighbours an atom has"),
                        Option.choice(
                                "lengths",
                                "radius",
                                List.of("radius", "min-max"),
                                "Scale lengths by the radius, or by the data set's range (the paper)"),
                        Option.choice(
                                "composition",
                                "visible",
                                List.of("visible", "full"),
                                "The composition shown with a masked crystal: of its visible atoms, or the full one (the"
                                        + " paper)")),
                List.of());
    }

    private static Section pretrain(PretextTasks tasks) {
        return new Section(
                "pretrain",
                OPTIONAL,
                "Learning from crystals without labels; left out, the network starts from scratch.",
                null,
                Set.of(),
                TrainingSchema.pretrain(),
                List.of(
                        data(BUILTIN + "unlabelled-small", Set.of(), List.of()),
                        tasks(tasks),
                        TrainingSchema.schedule()));
    }

    private static Section finetune() {
        return new Section(
                "finetune",
                OPTIONAL,
                "Learning a property from labelled crystals, and testing it; left out, the run ends after pretraining.",
                null,
                Set.of(),
                TrainingSchema.finetune(),
                List.of(
                        data(null, Set.of("source"), List.of(target())),
                        TrainingSchema.head(),
                        TrainingSchema.protocol(),
                        TrainingSchema.schedule()));
    }

    private static Section data(String standard, Set<String> required, List<Section> more) {
        return new Section(
                "data",
                ALWAYS,
                "Which crystals.",
                "source",
                required,
                List.of(
                        Option.text(
                                "source",
                                standard,
                                "Folder, archive, structure file, .jsonl(.gz), .json(.gz), table .csv, or"
                                        + " builtin:NAME;"
                                        + " relative to the YAML file"),
                        Option.text(
                                "structures",
                                null,
                                "Folder or archive of the structure files that the id column of a table names; the table's own if"
                                        + " left out"),
                        Option.text("id", "id", "Column of a table with the ids"),
                        Option.choice(
                                "disorder",
                                Choices.name(ReadPolicy.Disorder.SKIP),
                                Choices.names(ReadPolicy.Disorder.values()),
                                "Structures with partly occupied or shared sites: left out and listed in skipped.csv, a"
                                        + " reason to stop, or read with the likeliest atom of each site"
                                        + " (docs/structure-files.md)"),
                        Option.choice(
                                "missing-hydrogen",
                                "skip",
                                List.of("skip", "keep"),
                                "Structures whose hydrogen has no positions: left out and listed, or read as they are"),
                        Option.integer(
                                "limit",
                                0L,
                                0,
                                Integer.MAX_VALUE,
                                "At most so many crystals, drawn by the seed; 0 is all")),
                more);
    }

    private static Section target() {
        return new Section(
                "target",
                ONE_OR_MORE,
                "The property to learn: one, or a list of them.",
                "column",
                Set.of("column"),
                List.of(
                        Option.text("column", null, "Label or column with the values"),
                        Option.choice(
                                "transform",
                                "none",
                                List.of("none", "log10"),
                                "What is learned and scored: the value, or its logarithm"),
                        Option.text("unit", "", "Unit of the column's values, for tables and plots")),
                List.of());
    }

    private static Section tasks(PretextTasks tasks) {
        return new Section(
                "tasks",
                NAMED,
                "Pretext tasks under names of your own; type defaults to the name, and off leaves a preset's task out.",
                null,
                Set.of(),
                List.of(),
                tasks.all().stream().map(Schema::task).toList());
    }

    private static Section task(PretextTaskProvider provider) {
        List<Option> options = new ArrayList<>(List.of(
                Option.choice("type", provider.id(), List.of(provider.id()), "Kind of task; the name if left out"),
                Option.number("weight", 1.0, 0, 1e6, "", "Factor of this task's loss in the sum of all"),
                Option.number("weight-start", 0.0, 0, 1e6, "", "Factor at the beginning, if weight-epochs is not 0"),
                Option.integer(
                        "weight-epochs", 0L, 0, 1_000_000, "Epochs over which the factor goes to weight, linearly")));
        options.addAll(provider.options());
        return new Section(provider.id(), OPTIONAL, provider.description(), null, Set.of(), options, List.of());
    }

    private static Section compute() {
        long threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
        return new Section(
                "compute",
                ALWAYS,
                "What computes.",
                "device",
                Set.of(),
                List.of(
                        Option.choice(
                                "backend",
                                "tensorflow",
                                List.of("tensorflow", "reference"),
                                "TensorFlow, or plain Java in double precision: slow, for checks"),
                        Option.choice("device", "cpu", List.of("cpu", "gpu"), "Processor or graphics card"),
                        Option.integer("threads", threads, 1, 1024, "Processor threads; as many as there are, up to 8"),
                        Option.integer(
                                "checkpoint-seconds",
                                20L,
                                0,
                                86_400,
                                "Least time between two checkpoints; a killed run loses no more"),
                        Option.text(
                                "graph-store",
                                "auto",
                                "Where graphs are kept for later runs: auto (large data sets, in the user's cache), none, or"
                                        + " a folder; relative to the working directory")),
                List.of());
    }
}
