package org.dssl.plugins.pretext;

import java.util.Arrays;
import java.util.List;
import org.dssl.domain.algebra.TensorAlgebra;
import org.dssl.domain.diffraction.BinnedPattern;
import org.dssl.ports.spi.Head;
import org.dssl.ports.spi.Measure;
import org.dssl.ports.spi.Outputs;
import org.dssl.ports.spi.Targets;

/**
 * Draws the embeddings of a crystal and of its pattern together, those of different crystals apart: the dual embedding of
 * Suzuki et al., Mach. Learn.: Sci. Technol. 3:045034 (2022). Deviations from their code: a few dense layers on the pattern
 * instead of convolutions over 5,000 points from 10 to 110°, and {@link #loss} instead of a triplet loss with a sampled
 * negative, which leaves nothing to chance.
 */
final class PowderXrdContrast extends PowderXrdTask {
    private static final String CRYSTAL = "crystal";
    private static final double SMALLEST_SUM = 1e-30;

    private final List<Integer> projector;
    private final double temperature;

    PowderXrdContrast(BinnedPattern pattern, List<Integer> projector, double temperature) {
        super(pattern);
        if (projector.isEmpty()) {
            throw new IllegalArgumentException("mode contrast needs a projector, for example projector: [64, 64]");
        }
        this.projector = projector;
        this.temperature = temperature;
    }

    private Integer[] widths() {
        return projector.toArray(Integer[]::new);
    }

    @Override
    public List<Head> heads() {
        return List.of(Head.perCrystal(CRYSTAL, widths()));
    }

    /** Square roots, whose mean square over bins is 1: what layers with the usual initial weights expect. */
    @Override
    double[] scaled(double[] shares) {
        return Arrays.stream(shares).map(share -> Math.sqrt(bins() * share)).toArray();
    }

    /**
     * The mean cross-entropy of finding a crystal's pattern among the batch's, and a pattern's crystal, by cosine /
     * temperature (Radford et al., arXiv:2103.00020, figure 3). Crystals without a pattern are not among them.
     */
    @Override
    public <T> T loss(TensorAlgebra<T> algebra, Outputs<T> outputs, Targets<T> targets) {
        T crystals = ContrastiveLoss.normalise(algebra, outputs.of(CRYSTAL, 0));
        T patterns = ContrastiveLoss.normalise(algebra, patterns(outputs, targets));
        T known = targets.weights(PATTERN, 0);
        T ones = outputs.crystalWeights(0);
        T cosines = algebra.sumColumns(algebra.mul(crystals, patterns));
        T partner = algebra.scale(algebra.shift(cosines, -1), 2 / temperature);
        T sums = algebra.add(
                logarithmOfSum(algebra, crystals, patterns, ones, known),
                logarithmOfSum(algebra, patterns, crystals, ones, known));
        return algebra.scale(algebra.weightedMean(algebra.sub(sums, partner), known), 0.5);
    }

    /** log Σ_j w_j exp((cos(x_i, y_j) − 1) / temperature), (G, 1). */
    private <T> T logarithmOfSum(TensorAlgebra<T> algebra, T x, T y, T ones, T weights) {
        T cosines = algebra.matmul(x, y, false, true);
        T shares = algebra.exp(algebra.scale(algebra.shift(cosines, -1), 1 / temperature));
        T counted = algebra.mul(shares, algebra.matmul(ones, weights, false, true));
        return algebra.log(algebra.shift(algebra.sumColumns(counted), SMALLEST_SUM));
    }

    private <T> T patterns(Outputs<T> outputs, Targets<T> targets) {
        return outputs.project(PATTERN, targets.of(PATTERN, 0), widths());
    }

    @Override
    public List<Measure> measures() {
        return List.of(Collapse.ENCODER_DEVIATION, Collapse.ALIGNMENT, Collapse.UNIFORMITY);
    }

    @Override
    public <T> T measure(Measure which, TensorAlgebra<T> algebra, Outputs<T> outputs, Targets<T> targets) {
        T known = targets.weights(PATTERN, 0);
        return which == Collapse.ENCODER_DEVIATION
                ? Collapse.deviation(algebra, outputs.crystals(0), known)
                : Collapse.measure(which, algebra, outputs.of(CRYSTAL, 0), patterns(outputs, targets), known);
    }

    @Override
    public boolean couplesCrystals() {
        return true;
    }
}
