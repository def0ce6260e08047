package org.dssl.cli;

import java.util.Locale;
import org.dssl.ports.run.RunSummary.Comparison;
import org.dssl.ports.run.RunSummary.TargetScore;

/** Errors and changes as tables write them. */
final class Figures {
    private Figures() {}

    /** {@code 0.0852 ± 0.0019}, as many decimals as σ has two digits. */
    static String score(TargetScore score) {
        int decimals = Double.isFinite(score.sigma()) && score.sigma() > 0
                ? decimals(score.sigma(), 2)
                : decimals(score.mean(), 3);
        String mean = fixed(score.mean(), decimals);
        return Double.isFinite(score.sigma()) ? mean + " ± " + fixed(score.sigma(), decimals) : mean;
    }

    /** {@code −6.8 %  [−9.8, −2.2], better in 3 of 4}. */
    static String change(Comparison comparison) {
        String percent = signed(comparison.changePercent()) + " %";
        if (!Double.isFinite(comparison.lowPercent())) {
            return percent;
        }
        String verdict = comparison.verdict().startsWith("no evidence") ? ": " + comparison.verdict() : "";
        return percent + "  " + interval(comparison) + ", better in " + comparison.foldsBetter() + " of "
                + comparison.folds() + verdict;
    }

    static String interval(Comparison comparison) {
        return "[" + signed(comparison.lowPercent()) + ", " + signed(comparison.highPercent()) + "]";
    }

    static String signed(double value) {
        String magnitude = String.format(Locale.ROOT, "%.1f", Math.abs(value));
        return magnitude.equals("0.0") ? magnitude : (value < 0 ? "−" : "+") + magnitude;
    }

    /** Decimals that show so many significant digits, 0 … 6. */
    static int decimals(double value, int digits) {
        if (value == 0 || !Double.isFinite(value)) {
            return digits;
        }
        return Math.max(0, Math.min(6, digits - 1 - (int) Math.floor(Math.log10(Math.abs(value)))));
    }

    static String fixed(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value).replace('-', '−');
    }
}
