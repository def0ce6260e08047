package org.dssl.ports.run;

import java.nio.file.Path;

/** Makes the report page of a run from what its folder holds: usable at any moment of a run. */
public interface ReportWriter {

    /** Writes {@code report.html} into the folder and returns its path. */
    Path write(RunFolder run);
}
