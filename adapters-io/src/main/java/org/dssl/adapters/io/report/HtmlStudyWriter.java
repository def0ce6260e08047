package org.dssl.adapters.io.report;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dssl.adapters.io.run.AtomicFiles;
import org.dssl.ports.run.SearchSummary;
import org.dssl.ports.run.StudySummary;
import org.dssl.ports.run.StudyWriter;

/** {@code report.html} of a study or a search, beside the files of another writer. */
public final class HtmlStudyWriter implements StudyWriter {
    private static final String FILE = "report.html";
    private static final List<String> STUDY =
            List.of("format.js", "dom.js", "charts.js", "study.js", "forest.js", "labels.js");
    private static final List<String> SEARCH = List.of("format.js", "dom.js", "charts.js", "search.js");

    private final StudyWriter files;

    /** @param files is asked to write first */
    public HtmlStudyWriter(StudyWriter files) {
        this.files = files;
    }

    @Override
    public void write(Path folder, StudySummary study) {
        files.write(folder, study);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("kind", study.kind().name());
        data.put("base", study.base());
        data.put("columns", study.columns());
        data.put("rows", study.rows());
        String page = Page.of("study.html", study.title(), data, STUDY);
        AtomicFiles.write(folder.resolve(FILE), page);
    }

    @Override
    public void write(Path folder, SearchSummary search) {
        files.write(folder, search);
        String page = Page.of("search.html", search.title(), Map.of("trials", search.trials()), SEARCH);
        AtomicFiles.write(folder.resolve(FILE), page);
    }
}
