package org.dssl.ports.run;

import java.nio.file.Path;

/** Writes what a study has found so far into its folder, replacing what was there. */
public interface StudyWriter {

    /** {@code study.json}, {@code study.csv} and {@code report.html}. */
    void write(Path folder, StudySummary study);

    /** {@code search.csv} and {@code report.html}. */
    void write(Path folder, SearchSummary search);
}
