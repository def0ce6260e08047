package org.dssl.app.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dssl.domain.random.RandomStream;
import org.dssl.domain.train.PairedComparison;
import org.dssl.ports.run.RunSummary;
import org.dssl.ports.run.RunSummary.Comparison;
import org.dssl.ports.run.RunSummary.TargetScore;
import org.dssl.ports.run.StudySummary;
import org.dssl.ports.run.StudySummary.Cell;
import org.dssl.ports.run.StudySummary.Column;

/** Makes the table of a study from the summaries of its runs. */
final class StudyTable {
    private StudyTable() {}

    /** @param finished those trials that are; rows and cells of others are absent */
    static StudySummary of(Study study, Map<Trial, RunSummary> finished) {
        List<Column> columns = new ArrayList<>();
        List<List<Optional<TargetScore>>> scores = new ArrayList<>();
        study.rows().forEach(row -> scores.add(new ArrayList<>()));
        for (int c = 0; c < study.columns().size(); c++) {
            for (int t = 0; t < targets(study, c, finished).size(); t++) {
                Study.Column of = study.columns().get(c);
                columns.add(new Column(of.name(), targets(study, c, finished).get(t), of.labels()));
                for (int r = 0; r < scores.size(); r++) {
                    scores.get(r)
                            .add(score(finished.get(study.rows().get(r).trials().get(c)), t));
                }
            }
        }
        List<StudySummary.Row> rows = new ArrayList<>();
        for (int r = 0; r < scores.size(); r++) {
            Study.Row row = study.rows().get(r);
            List<Cell> cells = new ArrayList<>();
            for (int c = 0; c < columns.size(); c++) {
                cells.add(cell(study, scores, r, c));
            }
            List<String> folders = row.trials().stream()
                    .map(trial -> study.folder().relativize(trial.folder()).toString())
                    .toList();
            rows.add(new StudySummary.Row(row.name(), row.label(), folders, cells));
        }
        return new StudySummary(study.kind(), study.title(), study.rows().get(0).label(), columns, rows);
    }

    private static List<RunSummary.Target> targets(Study study, int column, Map<Trial, RunSummary> finished) {
        return study.rows().stream()
                .map(row -> finished.get(row.trials().get(column)))
                .filter(summary -> summary != null)
                .findFirst()
                .map(RunSummary::targets)
                .orElse(List.of());
    }

    /** Of the variant that the trial is about: its first. */
    private static Optional<TargetScore> score(RunSummary summary, int target) {
        return Optional.ofNullable(summary)
                .map(s -> s.variants().get(0).scores().get(target));
    }

    private static Cell cell(Study study, List<List<Optional<TargetScore>>> scores, int row, int column) {
        Optional<TargetScore> own = scores.get(row).get(column);
        Optional<TargetScore> base = scores.get(0).get(column);
        if (own.isEmpty()) {
            return new Cell(null, null, false);
        }
        double best = scores.stream()
                .flatMap(r -> r.get(column).stream())
                .mapToDouble(TargetScore::mean)
                .min()
                .orElseThrow();
        Comparison against = row == 0 || base.isEmpty() ? null : compare(study, row, own.get(), base.get());
        return new Cell(own.get(), against, own.get().mean() == best);
    }

    private static Comparison compare(Study study, int row, TargetScore own, TargetScore base) {
        double[] ours = array(own.maePerFold());
        double[] theirs = array(base.maePerFold());
        if (ours.length != theirs.length) {
            return null;
        }
        return Comparison.of(
                own.target(),
                study.rows().get(row).label(),
                study.rows().get(0).label(),
                PairedComparison.of(ours, theirs, RandomStream.of(0).split("bootstrap")));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
