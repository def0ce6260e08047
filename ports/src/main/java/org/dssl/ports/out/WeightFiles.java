package org.dssl.ports.out;

import java.nio.file.Path;
import java.util.Map;

/** Files of named arrays that other programs read and write, too. */
public interface WeightFiles {

    /**
     * An array of any rank.
     *
     * @param shape lengths of its axes; empty for a single number
     * @param values row-major
     */
    record Array(int[] shape, double[] values) {}

    /**
     * All arrays, in the file's order.
     *
     * @throws org.dssl.domain.problem.InvalidInputException if the file cannot be used
     */
    Map<String, Array> read(Path file);

    /** Writes the file whole or not at all: in float32 where that loses nothing, else in float64. */
    void write(Path file, Map<String, Array> arrays);
}
