package org.dssl.app;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dssl.app.config.Encoders;
import org.dssl.app.config.RunConfig;
import org.dssl.app.config.RunConfig.FinetuneConfig;
import org.dssl.app.finetune.Ensemble;
import org.dssl.app.finetune.PropertyModel;
import org.dssl.app.finetune.Transfer;
import org.dssl.app.pretrain.Pretrainer;
import org.dssl.app.training.ModelFactory;
import org.dssl.domain.graph.FeatureOptions;
import org.dssl.domain.nn.EmbeddingProgram;
import org.dssl.domain.nn.Pooling;
import org.dssl.domain.nn.Tap;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.problem.Suggestions;
import org.dssl.domain.program.ModelState;
import org.dssl.domain.program.TrainingSession;
import org.dssl.ports.run.RunFolder;

/**
 * A network of a run that embeds.
 *
 * @param name of the model within the run folder
 */
record EmbeddingModel(String name, EmbeddingProgram program, ModelState state, FeatureOptions features) {

    /**
     * @param elsewhere weights of the run that {@code encoder.pretrained} names
     * @throws InvalidInputException if the run does not hold what is chosen
     */
    static EmbeddingModel of(
            RunConfig config, RunFolder folder, EmbeddingChoice choice, Function<RunConfig, ModelState> elsewhere) {
        return choice.pretrained() ? pretrained(config, folder, elsewhere) : fineTuned(config, folder, choice);
    }

    /** Before the attention, hence of the same size in cells of any size. */
    private static EmbeddingModel pretrained(
            RunConfig config, RunFolder folder, Function<RunConfig, ModelState> elsewhere) {
        ModelState state = Pretrainer.finished(folder);
        if (state == null && config.encoder().pretrained() != null) {
            state = elsewhere.apply(config);
        }
        if (state == null) {
            throw new InvalidInputException(folder.path().toString(), "holds no finished pretraining");
        }
        if (config.graph().minMaxLengths()) {
            throw new InvalidInputException(
                    folder.path().toString(),
                    "scales lengths by the range of its data (graph.lengths: min-max), which is kept with fine-tuned models"
                            + " only. Leave out --pretrained.");
        }
        EmbeddingProgram program = new EmbeddingProgram(
                Encoders.create(config.encoder(), 0),
                ModelFactory.features(config).columns(),
                Tap.BEFORE_ATTENTION,
                Pooling.MEAN);
        return new EmbeddingModel(Pretrainer.MODEL, program, state, ModelFactory.features(config));
    }

    private static EmbeddingModel fineTuned(RunConfig config, RunFolder folder, EmbeddingChoice choice) {
        String variant = variant(folder, choice);
        return ofPart(config, folder, variant, part(folder, variant, choice));
    }

    /** Of a finished part, by the name of its folder; of an ensemble the first member. */
    static EmbeddingModel ofPart(RunConfig config, RunFolder folder, String variant, String part) {
        String name = Ensemble.models(config, variant, part).get(0);
        PropertyModel model = PropertyModel.of(folder.loadModel(name)
                .orElseThrow(() -> new InvalidInputException(folder.path().toString(), "lacks " + name)));
        FinetuneConfig finetune = config.finetune().orElseThrow();
        EmbeddingProgram program = new EmbeddingProgram(
                Encoders.create(config.encoder(), 0),
                ModelFactory.features(config).columns(),
                ModelFactory.tap(finetune.tapAfterAttention()),
                finetune.pooling());
        return new EmbeddingModel(name, program, model.state(), model.features(ModelFactory.features(config)));
    }

    private static String variant(RunFolder folder, EmbeddingChoice choice) {
        List<String> known = folder.variants().stream()
                .filter(name -> !folder.parts(name).isEmpty())
                .toList();
        if (known.isEmpty()) {
            throw new InvalidInputException(
                    folder.path().toString(),
                    "holds no fine-tuned model; --pretrained embeds with the encoder as pretraining left it");
        }
        String wanted = choice.variant().orElse(known.get(0));
        if (!known.contains(wanted)) {
            throw new InvalidInputException(
                    "--variant",
                    "the run has no variant " + wanted + ". " + Suggestions.didYouMean(wanted, known) + "It has "
                            + String.join(", ", known));
        }
        return wanted;
    }

    private static String part(RunFolder folder, String variant, EmbeddingChoice choice) {
        List<String> parts = folder.parts(variant);
        if (choice.fold().isEmpty()) {
            return parts.get(0);
        }
        String end = "-" + choice.fold().getAsInt();
        return parts.stream()
                .filter(part -> part.endsWith(end))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "--fold",
                        variant + " has no finished part " + choice.fold().getAsInt() + ". It has "
                                + String.join(", ", parts)));
    }

    /** Gives a session of the program these weights; the head's stay behind. */
    void restoreInto(TrainingSession session) {
        Map<String, ?> wanted = session.state().weights();
        Transfer.into(session, state.weightsOnly(wanted::containsKey));
    }
}
