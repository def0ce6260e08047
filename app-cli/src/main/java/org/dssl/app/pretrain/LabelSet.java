package org.dssl.app.pretrain;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dssl.ports.spi.Head;
import org.dssl.ports.spi.Labels;

/** The labels that one task wrote for one view of one crystal. */
final class LabelSet implements Labels {

    /**
     * A label.
     *
     * @param values one per atom of the crystal, or a single one; a class as its number
     * @param classes whether unknown is −1 (else NaN)
     */
    record Label(Head.Rows rows, boolean classes, double[] values) {

        boolean known(int row) {
            return classes ? values[row] >= 0 : !Double.isNaN(values[row]);
        }
    }

    private final Map<String, Label> labels = new LinkedHashMap<>();
    private final int atoms;

    LabelSet(int atoms) {
        this.atoms = atoms;
    }

    Map<String, Label> labels() {
        return labels;
    }

    @Override
    public void atomClasses(String name, int[] classes) {
        double[] values = new double[classes.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = classes[i];
        }
        put(name, Head.Rows.ATOM, true, values, atoms);
    }

    @Override
    public void atomValues(String name, double[] values) {
        put(name, Head.Rows.ATOM, false, values.clone(), atoms);
    }

    @Override
    public void crystalClass(String name, int value) {
        put(name, Head.Rows.CRYSTAL, true, new double[] {value}, 1);
    }

    @Override
    public void crystalValue(String name, double value) {
        put(name, Head.Rows.CRYSTAL, false, new double[] {value}, 1);
    }

    private void put(String name, Head.Rows rows, boolean classes, double[] values, int expected) {
        if (values.length != expected) {
            throw new IllegalArgumentException(
                    "label '" + name + "' has " + values.length + " entries for " + expected + " rows");
        }
        labels.put(name, new Label(rows, classes, values));
    }
}
