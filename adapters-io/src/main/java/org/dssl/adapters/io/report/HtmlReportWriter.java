package org.dssl.adapters.io.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dssl.adapters.io.run.AtomicFiles;
import org.dssl.ports.run.ReportWriter;
import org.dssl.ports.run.RunFolder;

/**
 * {@code report.html}: one page that needs nothing beside it. Style, scripts and the chart library are put into it, the
 * run's numbers as JSON.
 */
public final class HtmlReportWriter implements ReportWriter {
    private static final String FILE = "report.html";
    private static final String LIBRARY = "/META-INF/resources/webjars/chart.js/%s/dist/chart.umd.min.js";
    private static final List<String> SCRIPTS =
            List.of("format.js", "dom.js", "charts.js", "result.js", "parity.js", "learning.js", "data.js", "main.js");

    @Override
    public Path write(RunFolder run) {
        Path file = run.path().resolve(FILE);
        AtomicFiles.write(file, page(run));
        return file;
    }

    private static String page(RunFolder run) {
        String version = Resources.webJarVersion("chart.js");
        return new Template(Resources.text("template.html"))
                .fill(Map.of(
                        "title", Template.escape(PageData.title(run)),
                        "style", Resources.text("style.css"),
                        "chart-version", Template.escape(version),
                        "chart-library", library(version),
                        "data", PageJson.text(PageData.of(run)),
                        "script", SCRIPTS.stream().map(Resources::text).collect(Collectors.joining("\n"))));
    }

    /** Without the pointer to a map file, which browsers would look for beside the page. */
    private static String library(String version) {
        return Resources.text(String.format(LIBRARY, version)).replaceFirst("//# sourceMappingURL=\\S*", "");
    }
}
