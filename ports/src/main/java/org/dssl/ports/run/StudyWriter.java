package org.dssl.ports.run;

import java.nio.file.Path;

/** Writes what a study found. */
public interface StudyWriter {

    /** Writes {@code study.json} and {@code study.csv} into the folder, each whole or not at all. */
    void write(Path folder, StudySummary study);
}
