package org.dssl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dssl.ports.run.RunSummary.Comparison;
import org.dssl.ports.run.RunSummary.Target;
import org.dssl.ports.run.RunSummary.TargetScore;
import org.dssl.ports.run.StudySummary;
import org.dssl.ports.run.StudySummary.Cell;
import org.dssl.ports.run.StudySummary.Column;
import org.dssl.ports.run.StudySummary.Row;
import org.junit.jupiter.api.Test;

class StudyTableTextTest {

    /** Two finished rows and one that is not. */
    static StudySummary study() {
        Comparison change =
                new Comparison("K", "DSSL", "Original", -10, -20, -5, 2, 2, Double.NaN, "lower in every part");
        return new StudySummary(
                StudySummary.Kind.ABLATION,
                "bulk",
                "Original",
                List.of(new Column("bulk", new Target("K", "log10", "log10(GPa)"), 1)),
                List.of(
                        new Row(
                                "original",
                                "Original",
                                List.of("bulk/original"),
                                List.of(cell(0.10, 0.12, null, false))),
                        new Row("dssl", "DSSL", List.of("bulk/dssl"), List.of(cell(0.09, 0.108, change, true))),
                        new Row("all", "DSSL + x", List.of("bulk/all"), List.of(new Cell(null, null, false)))));
    }

    private static Cell cell(double first, double second, Comparison against, boolean best) {
        double mean = (first + second) / 2;
        double half = Math.abs(first - second) / 2;
        TargetScore score =
                new TargetScore("K", List.of(first, second), mean, half * Math.sqrt(2), half, List.of(0.3, 0.3));
        return new Cell(score, against, best);
    }

    @Test
    void aLineForEachWayOfTrainingSaysItsErrorAndItsChange() {
        assertEquals(
                """

                 K                 MAE log10(GPa)         against Original
                 Original          0.110 ± 0.014
                 DSSL              0.099 ± 0.013          −10.0 %  [−20.0, −5.0], better in 2 of 2
                 DSSL + x          not finished
                 2 test parts, σ with K − 1.
                """,
                new StudyTableText(study(), false).text());
    }

    @Test
    void theLowestErrorIsBoldWhereColoursAreAllowed() {
        String text = new StudyTableText(study(), true).text();
        assertTrue(text.contains("\u001B[1m0.099 ± 0.013"), text);
        assertEquals(1, text.split("\u001B\\[1m", -1).length - 1);
    }
}
