package org.dssl.app.weights;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dssl.app.Services;
import org.dssl.app.config.RunConfig;
import org.dssl.app.config.RunConfigReader;
import org.dssl.app.finetune.Ensemble;
import org.dssl.app.finetune.PropertyModel;
import org.dssl.app.pretrain.Pretrainer;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.problem.Suggestions;
import org.dssl.domain.program.ModelState;
import org.dssl.domain.program.NamedArray;
import org.dssl.domain.train.TargetScaling;
import org.dssl.ports.out.WeightFiles;
import org.dssl.ports.run.RunFolder;

/** Writes a run's weights as the state dictionary that the reference implementation loads. */
public record WeightExport(Services services, RunConfigReader reader, WeightFiles files) {
    private static final String HEAD = "head/property";

    /** @param model name within the run folder; without one the only model, or the pretrained encoder, is meant */
    public Moved run(Path run, Optional<String> model, Path state) {
        try (RunFolder folder = services.folders().read(run)) {
            RunConfig config = reader.reread(folder.config(), run.resolve("config.yaml"));
            StateFormat format = format(run, config);
            String name = chosen(run, config, folder, model);
            RunFolder.SavedModel saved = folder.loadModel(name).orElseThrow();
            ModelState weights = saved.state();
            boolean head = weights.weights().containsKey(HEAD + ".weight");
            List<String> notes = notes(format, config, head);
            if (head) {
                weights = inTargetsUnit(weights, PropertyModel.of(saved).scaling(), notes);
            }
            StateFormat.Network network =
                    format.ofOurs(Shapes.of(run.resolve(name).toString(), weights));
            files.write(state, StateTransfer.toTheirs(network.names(), weights));
            return new Moved(
                    name + " of " + run + ", " + format.encoder() + ": " + network.sizes(),
                    network.names().entries().size(),
                    network.names().unused().stream()
                            .map(NameTable.Unused::theirs)
                            .toList(),
                    notes,
                    state);
        }
    }

    private static StateFormat format(Path run, RunConfig config) {
        String type = config.encoder().type();
        return StateFormat.ALL.stream()
                .filter(known -> known.encoder().equals(type))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        run.toString(),
                        "has the encoder " + type + ", for which no reference's names are known; known are "
                                + String.join(
                                        ", ",
                                        StateFormat.ALL.stream()
                                                .map(StateFormat::encoder)
                                                .toList())));
    }

    private static String chosen(Path run, RunConfig config, RunFolder folder, Optional<String> model) {
        List<String> names = new ArrayList<>();
        folder.loadModel(Pretrainer.MODEL).ifPresent(found -> names.add(Pretrainer.MODEL));
        for (String variant : folder.variants()) {
            folder.parts(variant).forEach(part -> names.addAll(Ensemble.models(config, variant, part)));
        }
        if (names.isEmpty()) {
            throw new InvalidInputException(run.toString(), "holds no finished model yet");
        }
        if (model.isEmpty()) {
            if (names.size() > 1 && !names.get(0).equals(Pretrainer.MODEL)) {
                throw new InvalidInputException(
                        "--model", "must be given: " + run + " holds " + String.join(", ", names));
            }
            return names.get(0);
        }
        if (!names.contains(model.get())) {
            throw new InvalidInputException(
                    "--model",
                    run + " holds no \"" + model.get() + "\". " + Suggestions.didYouMean(model.get(), names)
                            + "It holds " + String.join(", ", names));
        }
        return model.get();
    }

    /** The reference predicts targets themselves: mean + spread · (W x + b) goes into W and b. */
    private static ModelState inTargetsUnit(ModelState state, TargetScaling scaling, List<String> notes) {
        TargetScaling none = TargetScaling.identity(scaling.mean().length);
        if (java.util.Arrays.equals(scaling.mean(), none.mean())
                && java.util.Arrays.equals(scaling.spread(), none.spread())) {
            return state;
        }
        Map<String, NamedArray> weights = new LinkedHashMap<>(state.weights());
        weights.computeIfPresent(HEAD + ".weight", (name, array) -> scaled(array, scaling, false));
        weights.computeIfPresent(HEAD + ".bias", (name, array) -> scaled(array, scaling, true));
        notes.add("This model learned standardised targets; mean and spread are now in the last layer.");
        return ModelState.ofWeights(weights);
    }

    private static NamedArray scaled(NamedArray array, TargetScaling scaling, boolean shifted) {
        int targets = scaling.mean().length;
        double[] values = array.values().clone();
        for (int i = 0; i < values.length; i++) {
            int target = i % targets;
            values[i] = values[i] * scaling.spread()[target] + (shifted ? scaling.mean()[target] : 0);
        }
        return new NamedArray(array.name(), array.trained(), array.shape(), values);
    }

    private static List<String> notes(StateFormat format, RunConfig config, boolean head) {
        List<String> notes = new ArrayList<>();
        List<String> differences = format.differences(config);
        if (!differences.isEmpty()) {
            notes.add("The released code does not have this run's " + String.join(", ", differences)
                    + ": with the same weights it predicts something else.");
        }
        if (!head && !format.encoderAlone()) {
            notes.add("These weights are an encoder's, the released network has a property head, too: load them with"
                    + " strict=False.");
        }
        return notes;
    }
}
