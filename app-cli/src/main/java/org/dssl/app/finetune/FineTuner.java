package org.dssl.app.finetune;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dssl.app.config.RunConfig.FinetuneConfig;
import org.dssl.app.config.RunConfig.TargetConfig;
import org.dssl.app.training.Checkpoints;
import org.dssl.app.training.ModelFactory;
import org.dssl.app.training.Order;
import org.dssl.app.training.Position;
import org.dssl.app.training.RunContext;
import org.dssl.app.training.Schedules;
import org.dssl.app.training.TrainingLoop;
import org.dssl.domain.graph.FeatureOptions;
import org.dssl.domain.program.TrainingSession;
import org.dssl.domain.random.RandomStream;
import org.dssl.domain.train.Fold;
import org.dssl.domain.train.Schedule;
import org.dssl.domain.train.Statistics;
import org.dssl.domain.train.TargetScaling;
import org.dssl.ports.run.Prediction;
import org.dssl.ports.run.RunFolder;

/** Fine-tunes every variant on every fold; a part that is finished already is left as it is. */
public final class FineTuner {
    static final String STAGE = "finetune";

    private final RunContext context;
    private final FinetuneConfig config;
    private final LabelledSet data;
    private final RandomStream random;

    public FineTuner(RunContext context, LabelledSet data) {
        this.context = context;
        this.config = context.config().finetune().orElseThrow();
        this.data = data;
        this.random = context.random().split(STAGE);
    }

    /** The folder of one variant's part. */
    static String model(String variant, Fold fold) {
        return "finetune/" + variant + "/" + fold.name() + "/model";
    }

    public void run(List<Variant> variants, List<Fold> folds) {
        if (variants.stream().allMatch(v -> folds.stream().allMatch(f -> finished(v, f)))) {
            return;
        }
        try (TrainingSession session = context.backend()
                        .open(ModelFactory.property(context.config()), ModelFactory.optimiser(config), random.seed());
                TrainingLoop loop = new TrainingLoop(context.cancellation())) {
            int part = 0;
            for (Fold fold : folds) {
                for (Variant variant : variants) {
                    if (!finished(variant, fold)) {
                        train(session, loop, variant, fold, new Progress(part, variants.size() * folds.size()));
                    }
                    part++;
                }
            }
        }
    }

    private boolean finished(Variant variant, Fold fold) {
        return context.folder().metrics(variant.name(), fold.name()).isPresent();
    }

    /** Which part of all is under way. */
    record Progress(int part, int parts) {
        double fraction(double ofPart) {
            return (part + ofPart) / parts;
        }
    }

    private void train(TrainingSession session, TrainingLoop loop, Variant variant, Fold fold, Progress progress) {
        RunFolder folder = context.folder();
        long started = context.clock().millis();
        // The same initial head, order and dropout for every variant of a fold: comparisons are paired.
        RandomStream stream = random.split(fold.name());
        session.reset(stream.seed());
        if (variant.initial() != null) {
            Transfer.into(session, variant.initial());
        }
        PropertySetup setup = new PropertySetup(context.config(), data);
        TargetScaling scaling = setup.scaling(fold.train());
        FeatureOptions features = setup.features();
        PropertyFeeds feeds = setup.feeds();
        PropertyBatches batches = setup.batches(scaling, new Order(fold.train(), config.batch(), stream));
        Schedule schedule =
                Schedules.of(config.schedule(), config.rate(), (long) config.epochs() * batches.batchesPerEpoch());
        String checkpoint = "finetune/" + variant.name() + "/" + fold.name() + "/checkpoints/last";
        Checkpoints checkpoints = new Checkpoints(context, checkpoint);
        Position first = checkpoints.restore(session, schedule);
        folder.forget(STAGE, variant.name(), foldNumber(fold), repeatNumber(fold), first.epoch());

        FoldObserver observer = new FoldObserver(
                context, session, schedule, checkpoints, feeds, data, variant, fold, scaling, progress);
        loop.run(session, batches, schedule, first, config.epochs(), stream, observer);

        PropertyModel model =
                new PropertyModel(observer.chosen(), scaling, features.lengthLow(), features.lengthSpan());
        model.save(folder, model(variant.name(), fold));
        session.restore(model.state());
        double[][] predicted = model.restore(feeds.predict(session, data.crystals(fold.test())));
        folder.writePredictions(variant.name(), fold.name(), predictions(fold, predicted));
        folder.flush();
        double seconds = (context.clock().millis() - started) / 1000.0;
        folder.writeMetrics(variant.name(), fold.name(), metrics(fold, predicted, observer.chosenEpoch(), seconds));
    }

    static int foldNumber(Fold fold) {
        return fold.name().startsWith("fold") ? fold.number() : -1;
    }

    static int repeatNumber(Fold fold) {
        return fold.name().startsWith("repeat") ? fold.number() : -1;
    }

    private List<Prediction> predictions(Fold fold, double[][] predicted) {
        List<Prediction> rows = new java.util.ArrayList<>();
        for (int i = 0; i < predicted.length; i++) {
            int row = fold.test()[i];
            String id = data.data().crystals().get(row).crystal().id();
            for (int t = 0; t < config.targets().size(); t++) {
                if (!Double.isNaN(data.targets()[row][t])) {
                    rows.add(new Prediction(
                            id, config.targets().get(t).column(), data.targets()[row][t], predicted[i][t]));
                }
            }
        }
        return rows;
    }

    private Map<String, Object> metrics(Fold fold, double[][] predicted, int epoch, double seconds) {
        Map<String, Object> mae = new LinkedHashMap<>();
        Map<String, Object> dummy = new LinkedHashMap<>();
        for (int t = 0; t < config.targets().size(); t++) {
            int target = t;
            TargetConfig name = config.targets().get(t);
            double[] truth = data.target(fold.test(), t);
            double[] values =
                    Arrays.stream(predicted).mapToDouble(row -> row[target]).toArray();
            double[] mean = new double[truth.length];
            double[] known = Arrays.stream(data.target(fold.train(), t))
                    .filter(v -> !Double.isNaN(v))
                    .toArray();
            Arrays.fill(mean, Statistics.mean(known));
            mae.put(name.column(), Statistics.meanAbsoluteError(truth, values));
            dummy.put(name.column(), Statistics.meanAbsoluteError(truth, mean));
        }
        Map<String, Object> metrics = new LinkedHashMap<>();
        metrics.put("mae", mae);
        metrics.put("mean-predictor-mae", dummy);
        metrics.put("train", fold.train().length);
        metrics.put("validation", fold.validation().length);
        metrics.put("test", fold.test().length);
        metrics.put("epoch", epoch);
        metrics.put("seconds", seconds);
        return metrics;
    }
}
