package org.dssl.app.finetune;

import java.util.Arrays;
import java.util.List;
import org.dssl.app.data.CrystalSet;
import org.dssl.app.data.PreparedCrystal;

/**
 * Crystals with their targets.
 *
 * @param targets per crystal and target, transformed (log10, say), NaN where unknown
 */
public record LabelledSet(CrystalSet data, double[][] targets) {

    List<PreparedCrystal> crystals(int[] rows) {
        return Arrays.stream(rows).mapToObj(data.crystals()::get).toList();
    }

    double[][] targets(int[] rows) {
        return Arrays.stream(rows).mapToObj(row -> targets[row]).toArray(double[][]::new);
    }

    double[] target(int[] rows, int target) {
        return Arrays.stream(rows).mapToDouble(row -> targets[row][target]).toArray();
    }
}
