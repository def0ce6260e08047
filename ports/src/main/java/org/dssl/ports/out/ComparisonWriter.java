package org.dssl.ports.out;

import java.nio.file.Path;
import org.dssl.domain.statistics.DatasetComparison;

/** Makes a page of two sets of crystals side by side. */
public interface ComparisonWriter {

    /** Writes the page, whole or not at all; missing folders are made. */
    void write(Path file, DatasetComparison comparison);
}
