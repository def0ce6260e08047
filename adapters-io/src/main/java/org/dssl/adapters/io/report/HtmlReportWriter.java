package org.dssl.adapters.io.report;

import java.nio.file.Path;
import java.util.List;
import org.dssl.adapters.io.run.AtomicFiles;
import org.dssl.ports.run.ReportWriter;
import org.dssl.ports.run.RunFolder;

/** {@code report.html}, made of what a run's folder holds. */
public final class HtmlReportWriter implements ReportWriter {
    private static final String FILE = "report.html";
    private static final List<String> SCRIPTS = List.of(
            "format.js",
            "dom.js",
            "charts.js",
            "result.js",
            "parity.js",
            "by-element.js",
            "map.js",
            "calibration.js",
            "learning.js",
            "shares.js",
            "data.js",
            "main.js");

    @Override
    public Path write(RunFolder run) {
        Path file = run.path().resolve(FILE);
        AtomicFiles.write(file, Page.of("template.html", PageData.title(run), PageData.of(run), SCRIPTS));
        return file;
    }
}
