package org.dssl.app.finetune;

import java.util.Arrays;
import org.dssl.app.config.RunConfig;
import org.dssl.app.config.RunConfig.FinetuneConfig;
import org.dssl.app.training.ModelFactory;
import org.dssl.app.training.Order;
import org.dssl.app.training.Workload;
import org.dssl.domain.graph.FeatureOptions;
import org.dssl.domain.graph.GraphPacker;
import org.dssl.domain.random.RandomStream;
import org.dssl.domain.train.TargetScaling;

/** From configuration and labelled data to what fine-tuning computes. */
public final class PropertySetup {
    private final RunConfig run;
    private final FinetuneConfig config;
    private final LabelledSet data;

    public PropertySetup(RunConfig run, LabelledSet data) {
        this.run = run;
        this.config = run.finetune().orElseThrow();
        this.data = data;
    }

    /** Training on some rows of the data as one batch. */
    public Workload workload(int[] rows) {
        Order order = new Order(rows, rows.length, RandomStream.of(run.seed()).split(FineTuner.STAGE));
        return new Workload(ModelFactory.property(run), ModelFactory.optimiser(config), batches(scaling(rows), order));
    }

    FeatureOptions features() {
        FeatureOptions features = ModelFactory.features(run);
        double[] range = data.data().lengths();
        return run.graph().minMaxLengths() ? features.withLengths(range[0], range[1]) : features;
    }

    PropertyFeeds feeds() {
        return new PropertyFeeds(new GraphPacker(features()), config.targets().size());
    }

    /** Fitted to the training rows, if the configuration asks for it. */
    TargetScaling scaling(int[] rows) {
        return config.standardise()
                ? TargetScaling.fit(data.targets(rows))
                : TargetScaling.identity(config.targets().size());
    }

    PropertyBatches batches(TargetScaling scaling, Order order) {
        return new PropertyBatches(feeds(), data.data().crystals(), standardise(scaling), order);
    }

    private double[][] standardise(TargetScaling scaling) {
        return Arrays.stream(data.targets())
                .map(row -> {
                    double[] standardised = new double[row.length];
                    Arrays.setAll(standardised, t -> scaling.standardise(row[t], t));
                    return standardised;
                })
                .toArray(double[][]::new);
    }
}
