package org.dssl.app.study;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dssl.ports.run.StudySummary;

/**
 * What is to be run, and the table it makes.
 *
 * @param kind of table
 * @param folder of the study; runs lie within it
 * @param pretrainings that rows start from; each is run once, before the rows
 * @param columns one for each configuration file; a file with several targets has a column in the table for each
 * @param rows the first one is the base that others are compared with
 */
public record Study(
        StudySummary.Kind kind,
        Path folder,
        String title,
        List<Trial> pretrainings,
        List<Column> columns,
        List<Row> rows) {

    /** @param labels share of the configuration's labels that its trials are trained on */
    public record Column(String name, double labels) {}

    /**
     * A row of the table.
     *
     * @param name of its folders
     * @param label in the table
     * @param trials one for each column
     */
    public record Row(String name, String label, List<Trial> trials) {}

    /** In the order in which they run. */
    public List<Trial> trials() {
        return Stream.concat(pretrainings.stream(), rows.stream().flatMap(row -> row.trials().stream()))
                .toList();
    }
}
