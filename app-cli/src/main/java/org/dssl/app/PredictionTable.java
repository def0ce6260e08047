package org.dssl.app;

import java.util.ArrayList;
import java.util.List;
import org.dssl.app.config.RunConfig.TargetConfig;

/** Predictions as the rows of a table, one row per crystal. */
final class PredictionTable {
    private PredictionTable() {}

    /**
     * {@code log10_K_VRH, spread, K_VRH, unit} for a transformed target, {@code band_gap, spread, unit} for a plain one;
     * after the spread over all models comes the {@code uncertainty} of ensembles, where there are any.
     */
    static List<String> header(List<TargetConfig> targets, boolean ensembles) {
        List<String> header = new ArrayList<>(List.of("id"));
        for (TargetConfig target : targets) {
            boolean plain = target.transform().equals("none");
            String suffix = targets.size() == 1 ? "" : "_" + target.column();
            header.add(plain ? target.column() : target.transform() + "_" + target.column());
            header.add("spread" + suffix);
            if (ensembles) {
                header.add("uncertainty" + suffix);
            }
            if (!plain) {
                header.add(target.column());
            }
            header.add("unit" + suffix);
        }
        return header;
    }

    /** An empty spread means that a single model predicted. */
    static List<String> row(List<TargetConfig> targets, boolean ensembles, Predictor.Row row) {
        List<String> fields = new ArrayList<>(List.of(row.crystal().id()));
        for (int t = 0; t < targets.size(); t++) {
            TargetConfig target = targets.get(t);
            double spread = row.spread()[t];
            fields.add(number(row.mean()[t]));
            fields.add(Double.isNaN(spread) ? "" : number(spread));
            if (ensembles) {
                fields.add(number(row.uncertainty()[t]));
            }
            if (!target.transform().equals("none")) {
                fields.add(number(Predictor.untransformed(target, row.mean()[t])));
            }
            fields.add(target.unit());
        }
        return fields;
    }

    /** Six significant digits: about what single precision holds. */
    private static String number(double value) {
        return new java.math.BigDecimal(value)
                .round(new java.math.MathContext(6))
                .toPlainString();
    }
}
