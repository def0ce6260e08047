package org.dssl.plugins.pretext;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dssl.domain.crystal.ElementColumn;
import org.dssl.domain.crystal.Elements;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.problem.Suggestions;

/**
 * A property of the elements from a user's table.
 *
 * @param kind {@code number}, {@code class}, or {@code auto}: numbers if all values are
 */
record ElementCsv(Path file, String property, String kind) {
    private static final String SYMBOL = "symbol";

    private record Cell(int line, String text) {
        boolean isNumber() {
            try {
                return Double.isFinite(Double.parseDouble(text));
            } catch (NumberFormatException e) {
                return false;
            }
        }
    }

    /** @throws InvalidInputException with file and line */
    ElementColumn column() {
        Map<String, Cell> cells = read();
        if (cells.isEmpty()) {
            throw new InvalidInputException(file.toString(), "the column " + property + " is empty.");
        }
        boolean numbers = kind.equals("number")
                || kind.equals("auto") && cells.values().stream().allMatch(Cell::isNumber);
        return numbers ? ofNumbers(cells) : ofClasses(cells);
    }

    private ElementColumn ofNumbers(Map<String, Cell> cells) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        cells.forEach((symbol, cell) -> {
            if (!cell.isNumber()) {
                throw at(cell.line, "\"" + cell.text + "\" is no number. Mend it, or set kind: class.");
            }
            numbers.put(symbol, Double.parseDouble(cell.text));
        });
        return ElementColumn.ofNumbers(property, "", numbers);
    }

    private ElementColumn ofClasses(Map<String, Cell> cells) {
        Map<String, String> classes = new LinkedHashMap<>();
        cells.forEach((symbol, cell) -> classes.put(symbol, cell.text));
        if (classes.values().stream().distinct().count() < 2) {
            throw new InvalidInputException(
                    file.toString(), "the column " + property + " has one class only, which tells nothing.");
        }
        return ElementColumn.ofClasses(property, classes);
    }

    /** The filled cells by symbol. */
    private Map<String, Cell> read() {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setTrim(true)
                .setIgnoreEmptyLines(true)
                .setCommentMarker('#')
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text()), format)) {
            List<String> columns = parser.getHeaderNames();
            require(columns, SYMBOL);
            require(columns, property);
            Map<String, Cell> cells = new LinkedHashMap<>();
            for (CSVRecord row : parser) {
                add(row, (int) parser.getCurrentLineNumber(), cells);
            }
            return cells;
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
            throw new InvalidInputException(file.toString(), "is not a CSV table: " + e.getMessage());
        }
    }

    private void add(CSVRecord row, int line, Map<String, Cell> cells) {
        if (!row.isConsistent()) {
            throw at(line, "the row has " + row.size() + " cells, the header another number.");
        }
        String symbol = row.get(SYMBOL);
        int number = Elements.number(symbol)
                .orElseThrow(() -> at(line, "\"" + symbol + "\" is no element. Give a symbol such as Fe."));
        if (number > Elements.KNOWN) {
            throw at(line, symbol + " is beyond the " + Elements.KNOWN + " elements that a network knows.");
        }
        if (!row.get(property).isEmpty() && cells.put(symbol, new Cell(line, row.get(property))) != null) {
            throw at(line, symbol + " has a value already. Remove one of the two rows.");
        }
    }

    private void require(List<String> columns, String name) {
        if (!columns.contains(name)) {
            throw at(
                    1,
                    "there is no column " + name + ". " + Suggestions.didYouMean(name, columns) + "There are "
                            + String.join(", ", columns) + ".");
        }
    }

    private String text() throws IOException {
        try {
            String text = Files.readString(file);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new InvalidInputException(file.toString(), "is not UTF-8 text.");
        }
    }

    private InvalidInputException at(int line, String message) {
        return new InvalidInputException(file + ":" + line, message);
    }
}
