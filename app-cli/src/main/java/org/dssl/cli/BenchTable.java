package org.dssl.cli;

import java.util.Locale;
import org.dssl.app.bench.BenchResult;
import org.dssl.app.bench.BenchResult.Size;
import org.dssl.app.bench.BenchResult.Stage;

/** What {@code dssl bench} measured, for people. */
final class BenchTable {
    private final BenchResult result;

    BenchTable(BenchResult result) {
        this.result = result;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        fact(text, "backend", result.backend());
        fact(text, "network", result.encoder() + String.format(Locale.ROOT, ", %,d parameters", result.parameters()));
        fact(text, "batch", String.format(Locale.ROOT, "%,d crystals, %s", result.crystals(), sizes()));
        text.append('\n').append(row("stage", "ms a batch", "crystals/s", "share"));
        double all = result.stages().stream().mapToDouble(Stage::milliseconds).sum();
        for (Stage stage : result.stages()) {
            text.append(row(
                    stage.name(),
                    String.format(Locale.ROOT, "%,.1f", stage.milliseconds()),
                    String.format(Locale.ROOT, "%,.0f", result.crystals() / stage.milliseconds() * 1000),
                    String.format(Locale.ROOT, "%.1f %%", 100 * stage.milliseconds() / all)));
        }
        text.append('\n');
        fact(
                text,
                "memory",
                result.peak().isPresent()
                        ? String.format(
                                Locale.ROOT,
                                "%,d MiB at most in this process",
                                result.peak().getAsLong())
                        : "this system does not tell a process how much it used at most");
        return text.toString();
    }

    private String sizes() {
        Size full = result.full();
        Size computed = result.computed();
        String text =
                size(full.atoms(), computed.atoms(), "atoms") + ", " + size(full.edges(), computed.edges(), "edges");
        return full.angles() == 0 ? text : text + ", " + size(full.angles(), computed.angles(), "angles");
    }

    private static String size(long full, long computed, String what) {
        return full == computed
                ? String.format(Locale.ROOT, "%,d %s", full, what)
                : String.format(Locale.ROOT, "%,d → %,d %s (%.1f×)", full, computed, what, (double) full / computed);
    }

    private static void fact(StringBuilder text, String name, String value) {
        text.append(String.format(" %-9s %s%n", name, value));
    }

    private static String row(String stage, String milliseconds, String rate, String share) {
        return String.format(" %-28s %12s %12s %9s%n", stage, milliseconds, rate, share);
    }
}
