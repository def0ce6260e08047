package org.dssl.adapters.io.run;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.dssl.domain.problem.InvalidInputException;

/** Tables with a fixed header, a line feed after each row. */
final class CsvFiles {
    static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    private CsvFiles() {}

    static <R> void write(Path file, List<String> header, List<R> rows, Function<R, Object[]> cells) {
        AtomicFiles.write(file, out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            CSVPrinter printer = new CSVPrinter(writer, FORMAT);
            printer.printRecord(header);
            for (R row : rows) {
                printer.printRecord(cells.apply(row));
            }
            printer.flush();
        });
    }

    /** The rows of a file; none if there is no file. */
    static <R> List<R> read(Path file, List<String> header, Function<CSVRecord, R> row) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return parse(file, Files.readString(file), header, row);
        } catch (IOException | UncheckedIOException e) {
            throw new InvalidInputException(file.toString(), "cannot be read: " + e.getMessage());
        }
    }

    /** @param file for messages */
    static <R> List<R> parse(Path file, String text, List<String> header, Function<CSVRecord, R> row)
            throws IOException {
        List<R> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
            for (CSVRecord cells : parser) {
                if (cells.getRecordNumber() == 1) {
                    require(cells.toList().equals(header), file, 1, "does not begin with " + String.join(",", header));
                    continue;
                }
                long line = parser.getCurrentLineNumber();
                require(cells.size() == header.size(), file, line, "needs " + header.size() + " values");
                try {
                    rows.add(row.apply(cells));
                } catch (NumberFormatException e) {
                    require(false, file, line, "has no number where one is due in " + Arrays.toString(cells.values()));
                }
            }
        }
        return rows;
    }

    private static void require(boolean holds, Path file, long line, String otherwise) {
        if (!holds) {
            throw new InvalidInputException(
                    file + ":" + line, otherwise + ". The file was changed; restore it, or start with --fresh.");
        }
    }
}
