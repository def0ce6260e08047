package org.dssl.app.finetune;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dssl.app.config.RunConfig;
import org.dssl.app.data.PreparedCrystal;
import org.dssl.app.training.ModelFactory;
import org.dssl.domain.graph.FeatureOptions;
import org.dssl.domain.graph.GraphPacker;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.program.TrainingSession;
import org.dssl.ports.out.ModelBackend;
import org.dssl.ports.run.RunFolder;

/** The models of a run's first variant, those of every fold or repeat, predicting together. Thread-safe. */
public final class Ensemble implements AutoCloseable {
    private final RunConfig config;
    private final List<Part> parts;
    private final TrainingSession session;

    /**
     * The networks trained on one part.
     *
     * @param factors by target, from their uncertainty to half an interval of 68.3 %; NaN if there is none
     */
    private record Part(List<PropertyModel> members, double[] factors) {}

    private Ensemble(RunConfig config, List<Part> parts, TrainingSession session) {
        this.config = config;
        this.parts = parts;
        this.session = session;
    }

    /**
     * @param folder of a run that has finished at least one part
     * @throws InvalidInputException if it has not
     */
    public static Ensemble load(RunConfig config, RunFolder folder, ModelBackend backend) {
        List<Part> parts = new ArrayList<>();
        for (String variant : List.of(Variant.PRETRAINED, Variant.FROM_SCRATCH)) {
            if (parts.isEmpty()) {
                folder.parts(variant).forEach(part -> parts.add(part(config, folder, variant, part)));
            }
        }
        parts.removeIf(part -> part.members().isEmpty());
        if (parts.isEmpty()) {
            throw new InvalidInputException(
                    folder.path().toString(), "holds no fine-tuned model yet; dssl run continues an unfinished run");
        }
        TrainingSession session = backend.open(
                ModelFactory.property(config),
                ModelFactory.optimiser(config.finetune().orElseThrow()),
                config.seed());
        return new Ensemble(config, parts, session);
    }

    private static Part part(RunConfig config, RunFolder folder, String variant, String part) {
        Map<String, Object> metrics = folder.metrics(variant, part).orElse(Map.of());
        return new Part(
                models(config, variant, part).stream()
                        .flatMap(name -> folder.loadModel(name).stream())
                        .map(PropertyModel::of)
                        .toList(),
                config.finetune().orElseThrow().targets().stream()
                        .mapToDouble(target -> Calibration.factor(metrics, target.column()))
                        .toArray());
    }

    /** Names within the run folder of the models of a finished part, one for each member of its ensemble. */
    public static List<String> models(RunConfig config, String variant, String part) {
        return Member.places(part, config.finetune().orElseThrow().ensemble()).stream()
                .map(place -> "finetune/" + variant + "/" + place + "/model")
                .toList();
    }

    /**
     * Predictions of one crystal, by target, in the transformed unit.
     *
     * @param spread standard deviation over all models, K − 1; NaN for one model
     * @param uncertainty standard deviation over the members of a part, K − 1, as root mean square over the parts; NaN
     *     without ensembles
     * @param interval the same, each part's rescaled as its validation part asks; NaN if a part has none
     */
    public record Predicted(double[] mean, double[] spread, double[] uncertainty, double[] interval) {}

    public synchronized List<Predicted> predict(List<PreparedCrystal> crystals) {
        List<double[][]> all = new ArrayList<>();
        List<Spread> byPart = new ArrayList<>();
        for (Part part : parts) {
            List<double[][]> ofPart = part.members().stream()
                    .map(model -> predict(model, crystals))
                    .toList();
            all.addAll(ofPart);
            byPart.add(Spread.of(ofPart));
        }
        Spread spread = Spread.of(all);
        List<Predicted> result = new ArrayList<>();
        for (int i = 0; i < crystals.size(); i++) {
            double[] uncertainty = new double[spread.mean()[i].length];
            double[] interval = new double[uncertainty.length];
            for (int t = 0; t < uncertainty.length; t++) {
                double[] deviations = new double[byPart.size()];
                double[] rescaled = new double[byPart.size()];
                for (int p = 0; p < deviations.length; p++) {
                    deviations[p] = byPart.get(p).deviation()[i][t];
                    rescaled[p] = parts.get(p).factors()[t] * deviations[p];
                }
                uncertainty[t] = rootMeanSquare(deviations);
                interval[t] = rootMeanSquare(rescaled);
            }
            result.add(new Predicted(spread.mean()[i], spread.deviation()[i], uncertainty, interval));
        }
        return result;
    }

    private static double rootMeanSquare(double[] values) {
        return Math.sqrt(Arrays.stream(values).map(v -> v * v).average().orElseThrow());
    }

    /** Whether every part knows how to make an interval of its members' disagreement. */
    public boolean rescaled() {
        return parts.stream().allMatch(part -> Arrays.stream(part.factors()).noneMatch(Double::isNaN));
    }

    private double[][] predict(PropertyModel model, List<PreparedCrystal> crystals) {
        FeatureOptions features = model.features(ModelFactory.features(config));
        PropertyFeeds feeds = new PropertyFeeds(
                new GraphPacker(features),
                config.finetune().orElseThrow().targets().size());
        session.restore(model.state());
        return model.restore(feeds.predict(session, crystals));
    }

    public int models() {
        return parts.stream().mapToInt(part -> part.members().size()).sum();
    }

    @Override
    public synchronized void close() {
        session.close();
    }
}
