package org.dssl.cli;

import org.dssl.ports.run.RunSummary.Ensemble;

/** An ensemble in a line below the table. */
final class EnsembleText {
    private EnsembleText() {}

    /**
     * {@code 3 networks per part, 0.131 each alone. Their ± holds 41 % of the true values, 66 % if 1.9 times as wide, as the
     * validation parts ask (68 % is a σ).}
     */
    static String of(Ensemble ensemble) {
        String alone = Figures.fixed(ensemble.memberMae(), Figures.decimals(ensemble.memberMae(), 3));
        String rescaled = Double.isFinite(ensemble.factor())
                ? ", " + percent(ensemble.withinRescaled()) + " if "
                        + Figures.fixed(ensemble.factor(), Figures.decimals(ensemble.factor(), 2))
                        + " times as wide, as the validation parts ask"
                : "";
        return ensemble.members() + " networks per part, " + alone + " each alone. Their ± holds "
                + percent(ensemble.within()) + " of the true values" + rescaled + " (68 % is a σ).";
    }

    private static String percent(double share) {
        return Double.isFinite(share) ? Math.round(100 * share) + " %" : "–";
    }
}
