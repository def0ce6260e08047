package org.dssl.adapters.io.dataset;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dssl.adapters.io.structure.BadStructureException;
import org.dssl.adapters.io.structure.Limits;
import org.dssl.adapters.io.structure.Lines;
import org.dssl.adapters.io.structure.Shown;
import org.dssl.adapters.io.structure.StructureFiles;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.problem.Suggestions;
import org.dssl.ports.out.DatasetSource.Request;
import org.dssl.ports.out.StructureInput;

/**
 * A table of labels, one row per structure.
 *
 * @param columns names; that of the ids is among them
 * @param rows as wide as {@code columns}
 */
record Table(String place, List<String> columns, int idColumn, List<Row> rows) {

    private static final int LONGEST = 200;

    /** @param line of the file in which the row ends */
    record Row(int line, List<String> cells) {}

    static boolean isNamedAsOne(StructureInput file) {
        String name = StructureFiles.plainName(file.fileName());
        return name.endsWith(".csv") || name.endsWith(".tsv");
    }

    /** @throws InvalidInputException if there is no column of ids, two columns share a name, or a row is too short */
    static Table withHeader(StructureInput input, Request request) throws IOException {
        String file = input.place();
        List<Row> rows = records(input, request);
        if (rows.isEmpty()) {
            throw new InvalidInputException(request.place(), file + " is empty; a table with a header is needed");
        }
        List<String> columns = rows.get(0).cells().stream().map(String::strip).toList();
        int id = request.idColumn() == null ? 0 : columns.indexOf(request.idColumn());
        if (id < 0) {
            throw new InvalidInputException(
                    request.place(),
                    file + " has no column " + request.idColumn() + " with the names of the structures. "
                            + Suggestions.didYouMean(request.idColumn(), columns) + "Set id to one of "
                            + named(columns));
        }
        return checked(new Table(file, columns, id, rows.subList(1, rows.size())), request);
    }

    /** Columns are called {@code id}, {@code target}, {@code target2}, … */
    static Table withoutHeader(StructureInput input, Request request) throws IOException {
        List<Row> rows = records(input, request);
        int width = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(1);
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            columns.add(i == 0 ? "id" : i == 1 ? "target" : "target" + i);
        }
        return checked(new Table(input.place(), columns, 0, rows), request);
    }

    private static Table checked(Table table, Request request) {
        if (table.columns.stream().distinct().count() < table.columns.size()) {
            throw new InvalidInputException(
                    request.place(), table.place + ":1 names a column twice: " + named(table.columns));
        }
        for (Row row : table.rows) {
            if (row.cells().size() != table.columns.size()) {
                throw new InvalidInputException(
                        table.place + ":" + row.line(),
                        "the row has " + row.cells().size() + " cells, the table " + table.columns.size() + " columns ("
                                + named(table.columns) + ")");
            }
        }
        return table;
    }

    String id(Row row) {
        return row.cells().get(idColumn).strip();
    }

    /** Every column that is filled in this row, by its name. */
    Map<String, String> labels(Row row) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String cell = row.cells().get(i).strip();
            if (i != idColumn && !cell.isEmpty()) {
                labels.put(columns.get(i), cell);
            }
        }
        return labels;
    }

    private static List<Row> records(StructureInput file, Request request) throws IOException {
        String text = text(file);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(true)
                .get();
        List<Row> rows = new ArrayList<>();
        long cells = 0;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord record : parser) {
                rows.add(new Row((int) parser.getCurrentLineNumber(), List.of(record.values())));
                cells += record.size();
                if (cells > Limits.VALUES) {
                    throw new InvalidInputException(
                            request.place(),
                            file.place() + " has more than " + Limits.VALUES + " cells; it is not read");
                }
            }
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new InvalidInputException(
                    request.place(), file.place() + " is not a CSV table: " + Shown.text(message(e), LONGEST));
        }
        return rows;
    }

    private static String named(List<String> columns) {
        return Shown.text(String.join(", ", columns), LONGEST);
    }

    private static String message(RuntimeException e) {
        return e.getCause() == null
                ? String.valueOf(e.getMessage())
                : e.getCause().getMessage();
    }

    private static String text(StructureInput file) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Lines lines = new Lines(new ByteArrayInputStream(StructureFiles.bytes(file)))) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                text.append(line).append('\n');
            }
        } catch (BadStructureException e) {
            throw new InvalidInputException(file.place() + ":" + e.line(), e.getMessage());
        }
        return text.toString();
    }

    /** Of comma, semicolon and tab the one that the first line holds most often. */
    private static char delimiter(String text) {
        String first = text.lines().findFirst().orElse("");
        return Stream.of(',', ';', '\t')
                .max((a, b) -> Long.compare(count(first, a), count(first, b)))
                .orElse(',');
    }

    private static long count(String text, char c) {
        return text.chars().filter(other -> other == c).count();
    }
}
