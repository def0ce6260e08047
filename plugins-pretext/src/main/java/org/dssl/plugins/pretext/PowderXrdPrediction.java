package org.dssl.plugins.pretext;

import java.util.Arrays;
import java.util.List;
import org.dssl.domain.algebra.TensorAlgebra;
import org.dssl.domain.diffraction.BinnedPattern;
import org.dssl.ports.spi.Head;
import org.dssl.ports.spi.Outputs;
import org.dssl.ports.spi.Targets;

/** Predicts the pattern from the crystal's embedding, one output for each bin. */
final class PowderXrdPrediction extends PowderXrdTask {
    private static final double SMALLEST_SHARE = 1e-30;

    private final List<Integer> hidden;
    private final String lossName;

    PowderXrdPrediction(BinnedPattern pattern, List<Integer> hidden, String lossName) {
        super(pattern);
        this.hidden = hidden;
        this.lossName = lossName;
    }

    private boolean ofShares() {
        return lossName.equals("divergence");
    }

    @Override
    public List<Head> heads() {
        return List.of(Head.perCrystal(PATTERN, HeadWidths.with(hidden, bins())));
    }

    @Override
    double[] scaled(double[] shares) {
        double highest = Arrays.stream(shares).max().orElseThrow();
        return ofShares()
                ? shares
                : Arrays.stream(shares).map(share -> share / highest).toArray();
    }

    @Override
    public <T> T loss(TensorAlgebra<T> algebra, Outputs<T> outputs, Targets<T> targets) {
        T predicted = outputs.of(PATTERN, 0);
        T pattern = targets.of(PATTERN, 0);
        T perCrystal = ofShares() ? divergence(algebra, predicted, pattern) : error(algebra, predicted, pattern);
        return algebra.weightedMean(perCrystal, targets.weights(PATTERN, 0));
    }

    /** Σ p log(p / q), q the softmax of the outputs: 0 for the pattern itself; (G, 1). */
    private static <T> T divergence(TensorAlgebra<T> algebra, T outputs, T pattern) {
        T logarithm = algebra.log(algebra.maximum(pattern, algebra.scalar(SMALLEST_SHARE)));
        T own = algebra.sumColumns(algebra.mul(pattern, logarithm));
        return algebra.add(own, algebra.softmaxCrossEntropy(outputs, pattern));
    }

    private <T> T error(TensorAlgebra<T> algebra, T predicted, T pattern) {
        T sum = lossName.equals("absolute")
                ? algebra.absoluteError(predicted, pattern)
                : algebra.sumColumns(algebra.square(algebra.sub(predicted, pattern)));
        return algebra.scale(sum, 1.0 / bins());
    }
}
