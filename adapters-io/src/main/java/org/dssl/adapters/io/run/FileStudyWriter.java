package org.dssl.adapters.io.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dssl.ports.run.RunSummary.Comparison;
import org.dssl.ports.run.RunSummary.TargetScore;
import org.dssl.ports.run.SearchSummary;
import org.dssl.ports.run.StudySummary;
import org.dssl.ports.run.StudySummary.Cell;
import org.dssl.ports.run.StudySummary.Column;
import org.dssl.ports.run.StudySummary.Row;
import org.dssl.ports.run.StudyWriter;

/**
 * {@code study.json}, and {@code study.csv} with a line for each finished cell of the table; of a search {@code search.csv}
 * with a line for each trial.
 */
public final class FileStudyWriter implements StudyWriter {
    private static final List<String> HEADER = List.of(
            "row",
            "set",
            "target",
            "unit",
            "mae",
            "sigma",
            "population_sigma",
            "parts",
            "change_percent",
            "low_percent",
            "high_percent",
            "better",
            "folder");

    private static final List<String> SEARCH_HEADER =
            List.of("round", "trial", "epochs", "validation_mae", "settings", "folder");

    /** A finished cell with its place. */
    private record Line(Row row, Column column, Cell cell, String folder) {}

    @Override
    public void write(Path folder, StudySummary study) {
        AtomicFiles.write(folder.resolve("study.json"), Json.text(study));
        CsvFiles.write(folder.resolve("study.csv"), HEADER, lines(study), FileStudyWriter::cells);
    }

    @Override
    public void write(Path folder, SearchSummary search) {
        CsvFiles.write(folder.resolve("search.csv"), SEARCH_HEADER, search.trials(), trial -> new Object[] {
            trial.round(), trial.trial(), trial.epochs(), trial.error(), settings(trial), trial.folder()
        });
    }

    private static String settings(SearchSummary.Trial trial) {
        return trial.settings().entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" "));
    }

    private static List<Line> lines(StudySummary study) {
        List<String> sets = study.columns().stream().map(Column::set).distinct().toList();
        List<Line> lines = new ArrayList<>();
        for (Row row : study.rows()) {
            for (int c = 0; c < study.columns().size(); c++) {
                Column column = study.columns().get(c);
                if (row.cells().get(c).score() != null) {
                    String folder = row.folders().get(sets.indexOf(column.set()));
                    lines.add(new Line(row, column, row.cells().get(c), folder));
                }
            }
        }
        return lines;
    }

    private static Object[] cells(Line line) {
        TargetScore score = line.cell().score();
        Comparison against = line.cell().against();
        return new Object[] {
            line.row().label(),
            line.column().set(),
            score.target(),
            line.column().target().unit(),
            score.mean(),
            score.sigma(),
            score.populationSigma(),
            score.maePerFold().size(),
            against == null ? "" : against.changePercent(),
            against == null ? "" : against.lowPercent(),
            against == null ? "" : against.highPercent(),
            against == null ? "" : against.foldsBetter(),
            line.folder()
        };
    }
}
