package org.dssl.app.weights;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dssl.app.Services;
import org.dssl.app.config.RunConfig;
import org.dssl.app.config.RunConfigReader;
import org.dssl.app.finetune.PropertyModel;
import org.dssl.app.finetune.Variant;
import org.dssl.app.pretrain.Pretrainer;
import org.dssl.domain.nn.Encoder;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.problem.Suggestions;
import org.dssl.domain.program.ModelState;
import org.dssl.domain.train.TargetScaling;
import org.dssl.ports.out.TextFormats;
import org.dssl.ports.out.WeightFiles;
import org.dssl.ports.out.WeightFiles.Array;
import org.dssl.ports.run.RunFolder;

/**
 * Makes a run folder of a reference's state dictionary: as if that encoder had been pretrained here, and, with a head and
 * the range of lengths, as if it had been fine-tuned.
 */
public record WeightImport(Services services, RunConfigReader reader, WeightFiles files, TextFormats formats) {
    /** The configuration that fine-tuning starts from. */
    public static final String CONFIGURATION = "finetune.yaml";

    private static final String PART = "imported";
    private static final List<String> WRAPPERS = List.of("module.", "model.", "_orig_mod.");

    public Moved run(ImportSettings settings) {
        String place = settings.state().toString();
        StateFormat format = format(settings.encoder());
        requireNoRun(settings.folder());
        Map<String, Array> arrays = unwrapped(read(settings.state()));
        Shapes shapes = Shapes.of(place, arrays);
        requireFormat(format, shapes);
        StateFormat.Network network = format.ofReference(shapes);
        if (settings.lengths().isPresent() && !network.rangeNeeded()) {
            throw new InvalidInputException(
                    "--length-range",
                    "has no meaning for " + format.encoder() + ", which reads lengths in Å. Leave it out");
        }
        List<String> targets = targets(settings, network.outputs());
        ModelState state = StateTransfer.toOurs(place, network.names(), arrays);

        ImportedConfig text = new ImportedConfig(format.encoder(), network.settings());
        RunConfig config = reader.reread(
                text.complete(settings.state().toAbsolutePath(), targets),
                settings.folder().resolve(CONFIGURATION));
        boolean predicts = network.outputs() > 0 && (settings.lengths().isPresent() || !network.rangeNeeded());
        try (RunFolder folder = services.folders().open(settings.folder(), config.resolvedYaml(), false)) {
            ModelState encoder = state.weightsOnly(name -> name.startsWith(Encoder.PREFIX));
            folder.saveModel(Pretrainer.MODEL, encoder, Map.of("imported-from", place), true);
            if (predicts) {
                savePredicting(folder, state, config, settings, targets);
            }
        }
        formats.writeText(settings.folder().resolve(CONFIGURATION), text.startingPoint());
        List<String> ignored = network.names().unused().stream()
                .map(NameTable.Unused::theirs)
                .filter(arrays::containsKey)
                .sorted()
                .toList();
        return new Moved(
                format.encoder() + ": " + network.sizes(),
                network.names().entries().size(),
                ignored,
                notes(network, predicts),
                settings.folder());
    }

    private static void requireNoRun(Path folder) {
        if (Files.exists(folder.resolve("config.yaml"))) {
            throw new InvalidInputException(folder.toString(), "holds a run already. Use another output.");
        }
    }

    private Map<String, Array> read(Path state) {
        try {
            return files.read(state);
        } catch (InvalidInputException e) {
            throw new InvalidInputException(
                    state.toString(),
                    e.problems().get(0).message() + ". dssl import-weights --help shows how Python writes one.");
        }
    }

    private static StateFormat format(String encoder) {
        List<String> known = StateFormat.ALL.stream().map(StateFormat::encoder).toList();
        return StateFormat.ALL.stream()
                .filter(format -> format.encoder().equals(encoder))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "--encoder",
                        ("must be one of " + String.join(", ", known) + ", not \"" + encoder + "\". "
                                        + Suggestions.didYouMean(encoder, known))
                                .strip()));
    }

    /** Without what data-parallel training and the like put before every name. */
    private static Map<String, Array> unwrapped(Map<String, Array> arrays) {
        for (String wrapper : WRAPPERS) {
            if (!arrays.isEmpty() && arrays.keySet().stream().allMatch(name -> name.startsWith(wrapper))) {
                Map<String, Array> inner = new LinkedHashMap<>();
                arrays.forEach((name, array) -> inner.put(name.substring(wrapper.length()), array));
                return unwrapped(inner);
            }
        }
        return arrays;
    }

    private static void requireFormat(StateFormat format, Shapes shapes) {
        if (!format.recognises(shapes)) {
            StateFormat.ALL.stream()
                    .filter(other -> other.recognises(shapes))
                    .findFirst()
                    .ifPresent(other -> {
                        throw new InvalidInputException(
                                shapes.place(),
                                "is a state dictionary of " + other.encoder() + ", not of " + format.encoder()
                                        + ". Use --encoder " + other.encoder());
                    });
        }
    }

    private static List<String> targets(ImportSettings settings, int outputs) {
        if (settings.targets().isEmpty()) {
            return outputs <= 1
                    ? List.of("property")
                    : IntStream.rangeClosed(1, outputs)
                            .mapToObj(t -> "property-" + t)
                            .toList();
        }
        if (outputs > 0 && settings.targets().size() != outputs) {
            throw new InvalidInputException(
                    "--target",
                    "names " + settings.targets().size() + " targets; the head of " + settings.state() + " predicts "
                            + outputs);
        }
        return settings.targets();
    }

    private static void savePredicting(
            RunFolder folder, ModelState state, RunConfig config, ImportSettings settings, List<String> targets) {
        double[] lengths = settings.lengths()
                .orElse(new double[] {0, config.graph().options().radius()});
        String model = "finetune/" + Variant.PRETRAINED + "/" + PART + "/model";
        new PropertyModel(state, TargetScaling.identity(targets.size()), lengths[0], lengths[1] - lengths[0])
                .save(folder, model);
        folder.writeMetrics(
                Variant.PRETRAINED,
                PART,
                Map.of("imported-from", settings.state().toString()));
    }

    private static List<String> notes(StateFormat.Network network, boolean predicts) {
        List<String> notes = new ArrayList<>();
        if (network.outputs() > 0 && !predicts) {
            notes.add("The property head can predict once the range of the lengths it was trained on is given:"
                    + " --length-range LOW,HIGH, the shortest and the longest edge of that data set in Å (self-loops make"
                    + " LOW 0). Fine-tuning does not need it, and starts with a new head.");
        }
        return notes;
    }
}
