package org.dssl.app.training;

import java.util.List;
import org.dssl.app.config.Encoders;
import org.dssl.app.config.RunConfig;
import org.dssl.app.config.RunConfig.FinetuneConfig;
import org.dssl.app.config.RunConfig.PretrainConfig;
import org.dssl.domain.graph.FeatureOptions;
import org.dssl.domain.nn.PropertyProgram;
import org.dssl.domain.nn.Tap;
import org.dssl.domain.program.OptimiserOptions;

/** Programs and optimisers from their configuration. */
public final class ModelFactory {
    private ModelFactory() {}

    /** Features before any data set's range is known. */
    public static FeatureOptions features(RunConfig config) {
        RunConfig.GraphConfig graph = config.graph();
        return FeatureOptions.of(graph.options(), false, graph.trueComposition())
                .withAtoms(graph.atoms());
    }

    public static Tap tap(boolean afterAttention) {
        return afterAttention ? Tap.AFTER_ATTENTION : Tap.BEFORE_ATTENTION;
    }

    public static PropertyProgram property(RunConfig config) {
        FinetuneConfig finetune = config.finetune().orElseThrow();
        return new PropertyProgram(
                Encoders.create(config.encoder(), finetune.dropout()),
                features(config).columns(),
                finetune.targets().size(),
                tap(finetune.tapAfterAttention()),
                finetune.pooling(),
                finetune.head(),
                finetune.loss().equals("mse") ? PropertyProgram.Loss.MSE : PropertyProgram.Loss.L1);
    }

    public static OptimiserOptions optimiser(FinetuneConfig config) {
        return optimiser(
                List.of(new OptimiserOptions.Group("", 1, config.weightDecay(), config.decayVectors())),
                config.clipNorm());
    }

    public static OptimiserOptions optimiser(PretrainConfig config) {
        double factor = config.headRate() / config.rate();
        return optimiser(
                List.of(
                        new OptimiserOptions.Group("head/", factor, config.headDecay(), config.decayVectors()),
                        new OptimiserOptions.Group("", 1, config.weightDecay(), config.decayVectors())),
                config.clipNorm());
    }

    private static OptimiserOptions optimiser(List<OptimiserOptions.Group> groups, double clipNorm) {
        return new OptimiserOptions(0.9, 0.999, 1e-8, clipNorm, groups);
    }
}
