package org.dssl.app.finetune;

import java.util.ArrayList;
import java.util.List;
import org.dssl.app.config.RunConfig;
import org.dssl.app.data.PreparedCrystal;
import org.dssl.app.training.ModelFactory;
import org.dssl.domain.graph.FeatureOptions;
import org.dssl.domain.graph.GraphPacker;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.program.TrainingSession;
import org.dssl.domain.train.Statistics;
import org.dssl.ports.out.ModelBackend;
import org.dssl.ports.run.RunFolder;

/** The models of a run's first variant, one per fold or repeat, predicting together. Thread-safe. */
public final class Ensemble implements AutoCloseable {
    private final RunConfig config;
    private final List<PropertyModel> models;
    private final TrainingSession session;

    private Ensemble(RunConfig config, List<PropertyModel> models, TrainingSession session) {
        this.config = config;
        this.models = models;
        this.session = session;
    }

    /**
     * @param folder of a run that has finished at least one part
     * @throws InvalidInputException if it has not
     */
    public static Ensemble load(RunConfig config, RunFolder folder, ModelBackend backend) {
        List<PropertyModel> models = new ArrayList<>();
        for (String variant : List.of(Variant.PRETRAINED, Variant.FROM_SCRATCH)) {
            if (models.isEmpty()) {
                folder.parts(variant).forEach(part -> folder.loadModel("finetune/" + variant + "/" + part + "/model")
                        .ifPresent(saved -> models.add(PropertyModel.of(saved))));
            }
        }
        if (models.isEmpty()) {
            throw new InvalidInputException(
                    folder.path().toString(), "holds no fine-tuned model yet; dssl run continues an unfinished run");
        }
        TrainingSession session = backend.open(
                ModelFactory.property(config),
                ModelFactory.optimiser(config.finetune().orElseThrow()),
                config.seed());
        return new Ensemble(config, models, session);
    }

    /**
     * Predictions of one crystal, by target, in the transformed unit.
     *
     * @param spread standard deviation over the models, K − 1; NaN for one model
     */
    public record Predicted(double[] mean, double[] spread) {}

    public synchronized List<Predicted> predict(List<PreparedCrystal> crystals) {
        int targets = config.finetune().orElseThrow().targets().size();
        FeatureOptions features = ModelFactory.features(config);
        List<double[][]> byModel = new ArrayList<>();
        for (PropertyModel model : models) {
            session.restore(model.state());
            PropertyFeeds feeds = new PropertyFeeds(new GraphPacker(model.features(features)), targets);
            byModel.add(model.restore(feeds.predict(session, crystals)));
        }
        List<Predicted> result = new ArrayList<>();
        for (int i = 0; i < crystals.size(); i++) {
            double[] mean = new double[targets];
            double[] spread = new double[targets];
            for (int t = 0; t < targets; t++) {
                double[] values = new double[byModel.size()];
                for (int m = 0; m < values.length; m++) {
                    values[m] = byModel.get(m)[i][t];
                }
                mean[t] = Statistics.mean(values);
                spread[t] = Statistics.sampleDeviation(values);
            }
            result.add(new Predicted(mean, spread));
        }
        return result;
    }

    public int models() {
        return models.size();
    }

    @Override
    public synchronized void close() {
        session.close();
    }
}
