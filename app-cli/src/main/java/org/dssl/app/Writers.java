package org.dssl.app;

import com.google.inject.Inject;
import org.dssl.ports.out.ArrayFiles;
import org.dssl.ports.out.ComparisonWriter;
import org.dssl.ports.out.MatbenchFiles;
import org.dssl.ports.out.TextFormats;
import org.dssl.ports.out.WeightFiles;
import org.dssl.ports.run.StudyWriter;

/** What use cases write files with, those of runs apart. */
public record Writers(
        TextFormats formats,
        WeightFiles weights,
        StudyWriter studies,
        ComparisonWriter comparisons,
        ArrayFiles arrays,
        MatbenchFiles matbench) {
    @Inject
    public Writers {}
}
