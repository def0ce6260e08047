package org.dssl.app;

import com.google.inject.Inject;
import java.time.Clock;
import org.dssl.ports.out.DatasetSource;
import org.dssl.ports.out.FoldFiles;
import org.dssl.ports.out.GraphStore;
import org.dssl.ports.run.ReportWriter;
import org.dssl.ports.run.RunFolders;

/** What use cases need from outside, wired by Guice or by an embedder's own hands. */
public record Services(
        DatasetSource datasets,
        FoldFiles foldFiles,
        GraphStore graphs,
        RunFolders folders,
        ReportWriter reports,
        BackendFactory backends,
        Clock clock) {
    @Inject
    public Services {}
}
