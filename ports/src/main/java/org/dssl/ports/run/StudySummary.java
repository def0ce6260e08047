package org.dssl.ports.run;

import java.util.List;

/**
 * The table of many runs, machine-readable: a row for each way of training, a column for each property.
 *
 * @param base label of the row that the others are compared with, the first
 */
public record StudySummary(String title, String base, List<Column> columns, List<Row> rows) {

    /** @param set where the crystals come from: the name of the configuration */
    public record Column(String set, RunSummary.Target target) {}

    /** @param folders of the runs, relative to the study's, one for each configuration */
    public record Row(String name, String label, List<String> folders, List<Cell> cells) {}

    /**
     * @param score null if the run is not finished
     * @param against the base; null in its own row, or if one of both is not finished
     * @param best whether no row has a lower mean
     */
    public record Cell(RunSummary.TargetScore score, RunSummary.Comparison against, boolean best) {}
}
