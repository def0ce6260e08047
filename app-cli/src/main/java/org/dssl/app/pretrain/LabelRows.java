package org.dssl.app.pretrain;

import java.util.ArrayList;
import java.util.List;
import org.dssl.domain.graph.CrystalGraph;
import org.dssl.domain.program.Feeds;

/** One label of a batch under construction: its values, and what each row weighs. */
final class LabelRows {
    private final LabelSpec spec;
    private final List<double[]> values = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();

    LabelRows(LabelSpec spec) {
        this.spec = spec;
    }

    /** @param graph of the view as it is packed: the label's rows are picked by its representatives */
    void add(LabelSet.Label label, CrystalGraph graph) {
        int count =
                switch (spec.rows()) {
                    case ATOM -> graph.atoms();
                    case EDGE -> graph.edges();
                    case CRYSTAL -> 1;
                };
        for (int row = 0; row < count; row++) {
            int from = from(graph, row);
            boolean known = label.known(from);
            values.add(known ? row(label, from) : new double[spec.columns()]);
            weights.add(known ? multiplicity(graph, row) : 0);
        }
    }

    private int from(CrystalGraph graph, int row) {
        return switch (spec.rows()) {
            case ATOM -> graph.representative()[row];
            case EDGE -> graph.representativeEdge()[row];
            case CRYSTAL -> 0;
        };
    }

    private double multiplicity(CrystalGraph graph, int row) {
        return switch (spec.rows()) {
            case ATOM -> graph.atomMultiplicity()[row];
            case EDGE -> graph.atomMultiplicity()[graph.source()[row]] * graph.edgeMultiplicity()[row];
            case CRYSTAL -> 1;
        };
    }

    private double[] row(LabelSet.Label label, int from) {
        double[] row = new double[spec.columns()];
        if (spec.classes()) {
            row[(int) label.values()[from]] = 1;
        } else {
            System.arraycopy(label.values(), from * row.length, row, 0, row.length);
        }
        return row;
    }

    void feed(Feeds feeds) {
        int columns = spec.columns();
        double[] all = new double[values.size() * columns];
        for (int row = 0; row < values.size(); row++) {
            System.arraycopy(values.get(row), 0, all, row * columns, columns);
        }
        double[] weight = weights.stream().mapToDouble(Double::doubleValue).toArray();
        feeds.numbers(spec.input(), all, values.size(), columns).numbers(spec.weightInput(), weight, weight.length, 1);
    }
}
