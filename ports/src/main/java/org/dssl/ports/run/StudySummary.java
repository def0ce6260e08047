package org.dssl.ports.run;

import java.util.List;

/**
 * The table of many runs, machine-readable: a row for each way of training, a column for each property.
 *
 * @param kind what it asks
 * @param base label of the row that the others are compared with, the first
 */
public record StudySummary(Kind kind, String title, String base, List<Column> columns, List<Row> rows) {

    /** What the rows or columns of a table differ in. */
    public enum Kind {
        /** Rows are ways of training, columns are properties. */
        ABLATION,
        /** Rows are pretrained or not, columns are shares of the labels. */
        LEARNING_CURVE
    }

    /**
     * @param set where the crystals come from: the name of the configuration, or in words the share of the labels
     * @param labels share of the configuration's labels that is trained on, above 0, at most 1
     */
    public record Column(String set, RunSummary.Target target, double labels) {}

    /** @param folders of the runs, relative to the study's, one for each configuration */
    public record Row(String name, String label, List<String> folders, List<Cell> cells) {}

    /**
     * @param score null if the run is not finished
     * @param against the base; null in its own row, or if one of both is not finished
     * @param best whether no row has a lower mean
     */
    public record Cell(RunSummary.TargetScore score, RunSummary.Comparison against, boolean best) {}
}
