package org.dssl.app;

import java.util.ArrayList;
import java.util.List;
import org.dssl.app.config.RunConfig.TargetConfig;

/**
 * Predictions as the rows of a table, one row per crystal.
 *
 * @param ensembles whether there is an uncertainty
 * @param intervals whether it was made an interval
 * @param notes whether crystals unlike those trained on are told
 */
record PredictionTable(List<TargetConfig> targets, boolean ensembles, boolean intervals, boolean notes) {

    static PredictionTable of(Predictor predictor) {
        return new PredictionTable(
                predictor.targets(), predictor.ensembles(), predictor.intervals(), predictor.notes());
    }

    /** {@code log10_K_VRH, spread, K_VRH, unit} for a transformed target, {@code band_gap, spread, unit} for a plain one. */
    List<String> header() {
        List<String> header = new ArrayList<>(List.of("id"));
        for (TargetConfig target : targets) {
            boolean plain = target.transform().equals("none");
            String suffix = targets.size() == 1 ? "" : "_" + target.column();
            header.add(plain ? target.column() : target.transform() + "_" + target.column());
            header.add("spread" + suffix);
            if (ensembles) {
                header.add("uncertainty" + suffix);
            }
            if (intervals) {
                header.add("interval68" + suffix);
            }
            if (!plain) {
                header.add(target.column());
            }
            header.add("unit" + suffix);
        }
        if (notes) {
            header.add("note");
        }
        return header;
    }

    /** An empty spread means that a single model predicted. */
    List<String> row(Predictor.Row row) {
        List<String> fields = new ArrayList<>(List.of(row.crystal().id()));
        for (int t = 0; t < targets.size(); t++) {
            TargetConfig target = targets.get(t);
            double spread = row.spread()[t];
            fields.add(number(row.mean()[t]));
            fields.add(Double.isNaN(spread) ? "" : number(spread));
            if (ensembles) {
                fields.add(number(row.uncertainty()[t]));
            }
            if (intervals) {
                fields.add(number(row.interval()[t]));
            }
            if (!target.transform().equals("none")) {
                fields.add(number(Predictor.untransformed(target, row.mean()[t])));
            }
            fields.add(target.unit());
        }
        if (notes) {
            fields.add(row.note());
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
