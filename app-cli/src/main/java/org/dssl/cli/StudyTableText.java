package org.dssl.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.dssl.ports.run.RunSummary.Target;
import org.dssl.ports.run.StudySummary;
import org.dssl.ports.run.StudySummary.Cell;
import org.dssl.ports.run.StudySummary.Column;
import org.dssl.ports.run.StudySummary.Row;
import picocli.CommandLine.Help.Ansi;

/** The table of a study: a block for each property, a line for each way of training, the lowest error in bold. */
final class StudyTableText {
    private static final int LEAST_NAME = 16;
    private static final int SCORE = 21;

    private final StudySummary study;
    private final boolean colours;

    StudyTableText(StudySummary study, boolean colours) {
        this.study = study;
        this.colours = colours;
    }

    void print(Console console, Path folder) {
        console.out().print(text());
        console.out().println();
        console.out().println(" report   " + folder.resolve("report.html"));
        console.out().println(" table    " + folder.resolve("study.csv"));
        console.out().flush();
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (int c = 0; c < study.columns().size(); c++) {
            block(c, text.append('\n'));
        }
        return text.toString();
    }

    private void block(int column, StringBuilder text) {
        Column of = study.columns().get(column);
        Target target = of.target();
        boolean oneSet = study.columns().stream().map(Column::set).distinct().count() == 1;
        String title = oneSet ? target.column() : of.set() + ", " + target.column();
        int name = Math.max(LEAST_NAME, title.length());
        for (Row row : study.rows()) {
            name = Math.max(name, row.label().length());
        }
        line(
                text,
                name,
                title,
                "MAE" + (target.unit().isEmpty() ? "" : " " + target.unit()),
                "against " + study.base());
        for (Row row : study.rows()) {
            Cell cell = row.cells().get(column);
            String score = cell.score() == null ? "not finished" : Figures.score(cell.score());
            String shown = String.format("%-" + SCORE + "s", score);
            String change = cell.against() == null ? "" : Figures.change(cell.against());
            line(text, name, row.label(), cell.best() ? bold(shown) : shown, change);
        }
        parts(column).ifPresent(parts -> text.append(' ').append(parts).append('\n'));
    }

    private Optional<String> parts(int column) {
        return study.rows().stream()
                .map(row -> row.cells().get(column).score())
                .filter(score -> score != null && score.maePerFold().size() > 1)
                .findFirst()
                .map(score -> score.maePerFold().size() + " test parts, σ with K − 1.");
    }

    private String bold(String text) {
        return colours ? Ansi.ON.string("@|bold " + text + "|@") : text;
    }

    private static void line(StringBuilder text, int name, String first, String second, String third) {
        String format = " %-" + name + "s  %-" + SCORE + "s  %s";
        text.append(String.format(format, first, second, third).stripTrailing()).append('\n');
    }
}
