package org.dssl.adapters.io.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.ports.run.Prediction;

/** {@code predictions.csv}; the last column is there where an ensemble predicted. */
final class PredictionFile {
    private static final String UNCERTAINTY = "uncertainty";
    private static final List<String> HEADER = List.of("id", "target", "truth", "prediction");
    private static final List<String> WITH_UNCERTAINTY = List.of("id", "target", "truth", "prediction", UNCERTAINTY);

    private PredictionFile() {}

    static void write(Path file, List<Prediction> predictions) {
        boolean uncertain = predictions.stream().anyMatch(p -> !Double.isNaN(p.uncertainty()));
        CsvFiles.write(
                file,
                uncertain ? WITH_UNCERTAINTY : HEADER,
                predictions,
                p -> uncertain
                        ? new Object[] {p.id(), p.target(), p.truth(), p.value(), p.uncertainty()}
                        : new Object[] {p.id(), p.target(), p.truth(), p.value()});
    }

    static List<Prediction> read(Path file) {
        boolean uncertain = firstLine(file).endsWith("," + UNCERTAINTY);
        return CsvFiles.read(
                file,
                uncertain ? WITH_UNCERTAINTY : HEADER,
                cells -> new Prediction(
                        cells.get(0),
                        cells.get(1),
                        Double.parseDouble(cells.get(2)),
                        Double.parseDouble(cells.get(3)),
                        uncertain ? Double.parseDouble(cells.get(4)) : Double.NaN));
    }

    private static String firstLine(Path file) {
        if (!Files.exists(file)) {
            return "";
        }
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            String line = reader.readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new InvalidInputException(file.toString(), "cannot be read: " + e.getMessage());
        }
    }
}
