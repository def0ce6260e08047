package org.dssl.cli;

import java.io.PrintWriter;
import org.dssl.app.UseCases.RunResult;

/** The last lines of a run: its table, and what to do next. */
final class RunEnd {
    private RunEnd() {}

    static void print(Console console, RunResult result) {
        PrintWriter out = console.out();
        out.print(new SummaryTable(result.summary()).text());
        out.println();
        out.println(" report   " + result.folder().resolve("report.html"));
        if (!result.summary().variants().isEmpty()) {
            out.println(" predict  dssl predict --run " + result.folder() + " STRUCTURES... -o predictions.csv");
        }
        out.flush();
    }
}
