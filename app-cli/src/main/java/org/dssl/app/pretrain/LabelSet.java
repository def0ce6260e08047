package org.dssl.app.pretrain;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dssl.domain.augment.View;
import org.dssl.ports.spi.Labels;

/** The labels that one task wrote for one view of one crystal. */
final class LabelSet implements Labels {

    /** What a label has a row for. */
    enum Rows {
        ATOM,
        EDGE,
        CRYSTAL
    }

    /**
     * A label.
     *
     * @param columns values of a row; 1 for a class, which is given as its number
     * @param classes whether unknown is −1 (else NaN)
     * @param values row by row: of the full graph's atoms or edges, or of the crystal
     */
    record Label(Rows rows, int columns, boolean classes, double[] values) {

        boolean known(int row) {
            return classes
                    ? values[row] >= 0
                    : Arrays.stream(values, row * columns, (row + 1) * columns).noneMatch(Double::isNaN);
        }
    }

    private final Map<String, Label> labels = new LinkedHashMap<>();
    private final int atoms;
    private final int edges;

    LabelSet(View view) {
        this.atoms = view.crystal().atoms();
        this.edges = view.graph().edges();
    }

    Map<String, Label> labels() {
        return labels;
    }

    @Override
    public void atomClasses(String name, int[] classes) {
        put(name, Rows.ATOM, 1, true, Arrays.stream(classes).asDoubleStream().toArray(), atoms);
    }

    @Override
    public void atomValues(String name, double[] values) {
        put(name, Rows.ATOM, 1, false, values.clone(), atoms);
    }

    @Override
    public void atomVectors(String name, double[] values) {
        put(name, Rows.ATOM, 3, false, values.clone(), atoms);
    }

    @Override
    public void edgeValues(String name, double[] values) {
        put(name, Rows.EDGE, 1, false, values.clone(), edges);
    }

    @Override
    public void crystalClass(String name, int value) {
        put(name, Rows.CRYSTAL, 1, true, new double[] {value}, 1);
    }

    @Override
    public void crystalValue(String name, double value) {
        put(name, Rows.CRYSTAL, 1, false, new double[] {value}, 1);
    }

    @Override
    public void crystalValues(String name, double[] values) {
        put(name, Rows.CRYSTAL, values.length, false, values.clone(), 1);
    }

    private void put(String name, Rows rows, int columns, boolean classes, double[] values, int expected) {
        if (values.length != expected * columns) {
            throw new IllegalArgumentException("label '" + name + "' has " + values.length + " entries for " + expected
                    + " rows" + (columns > 1 ? " of " + columns : ""));
        }
        if (labels.put(name, new Label(rows, columns, classes, values)) != null) {
            throw new IllegalArgumentException("label '" + name + "' is set twice");
        }
    }
}
