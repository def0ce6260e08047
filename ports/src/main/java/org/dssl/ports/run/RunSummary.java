package org.dssl.ports.run;

import java.util.List;
import org.dssl.domain.graph.Shrinkage;
import org.dssl.domain.train.PairedComparison;

/**
 * The table at the end of a run, machine-readable.
 *
 * @param targets names with transform and unit, as {@code log10(GPa)}
 * @param variants in the order of the table
 * @param comparisons of the first variant against each other one, per target
 * @param ensembles what their members did alone, and whether their disagreement is that of the errors, per variant and
 *     target; none where one network was trained per part
 */
public record RunSummary(
        String title,
        List<Target> targets,
        List<Variant> variants,
        List<Comparison> comparisons,
        Counts counts,
        double seconds,
        List<Ensemble> ensembles) {

    public RunSummary {
        // Summaries written before there were ensembles have none.
        ensembles = ensembles == null ? List.of() : List.copyOf(ensembles);
    }

    /** Of single networks. */
    public RunSummary(
            String title,
            List<Target> targets,
            List<Variant> variants,
            List<Comparison> comparisons,
            Counts counts,
            double seconds) {
        this(title, targets, variants, comparisons, counts, seconds, List.of());
    }

    /** @param unit of the value after the transform, as {@code log10(GPa)}; "" if none */
    public record Target(String column, String transform, String unit) {}

    /** @param maePerFold by target, then by fold or repeat; mean and both σ follow from it */
    public record Variant(String name, List<TargetScore> scores) {}

    /**
     * @param sigma with K − 1 (the paper's eq. 8); NaN for one fold
     * @param populationSigma with K (Matbench's tables)
     * @param meanPredictorMae error of predicting the mean of the training part, per fold
     */
    public record TargetScore(
            String target,
            List<Double> maePerFold,
            double mean,
            double sigma,
            double populationSigma,
            List<Double> meanPredictorMae) {}

    /**
     * @param changePercent of the mean error; negative is better
     * @param lowPercent of a 95 % bootstrap interval over folds; NaN for one fold
     * @param foldsBetter in how many folds the first variant has the lower error
     * @param wilcoxon exact two-sided probability of the signed ranks; NaN for fewer than six folds
     * @param verdict what the numbers allow to say, as {@code no evidence of a difference}
     */
    public record Comparison(
            String target,
            String variant,
            String against,
            double changePercent,
            double lowPercent,
            double highPercent,
            int foldsBetter,
            int folds,
            double wilcoxon,
            String verdict) {

        public static Comparison of(String target, String variant, String against, PairedComparison paired) {
            return new Comparison(
                    target,
                    variant,
                    against,
                    paired.percent(),
                    paired.low(),
                    paired.high(),
                    paired.better(),
                    paired.parts(),
                    paired.wilcoxon(),
                    paired.verdict());
        }
    }

    /**
     * An ensemble on a target; means over parts.
     *
     * @param members networks per part
     * @param memberMae mean error of single members
     * @param within share of the true values within the members' standard deviation of the prediction
     * @param factor what the validation parts multiply it by; NaN without them, as the next
     * @param withinRescaled the same share then
     * @param rankCorrelation of |error| and standard deviation
     */
    public record Ensemble(
            String target,
            String variant,
            int members,
            double memberMae,
            double within,
            double factor,
            double withinRescaled,
            double rankCorrelation) {}

    /**
     * What was read and built.
     *
     * @param graphs of each set of crystals or views that was used
     */
    public record Counts(int structures, int skipped, List<Graphs> graphs) {}

    /** @param of what they are, as {@code fine-tuning crystals} */
    public record Graphs(String of, Shrinkage size) {}
}
