package org.dssl.ports.out;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Files of arrays as NumPy reads them. */
public interface ArrayFiles {

    /** An array of a file. */
    interface Array {}

    /** float64 of shape (rows, columns); at least one row, all of one length. */
    record Matrix(List<double[]> rows) implements Array {}

    /** int64 of shape (values). */
    record Integers(int[] values) implements Array {}

    /** Unicode of shape (values). */
    record Texts(List<String> values) implements Array {}

    /** Writes {@code numpy.load}'s npz, whole or not at all; missing folders are made. Equal arrays make equal bytes. */
    void writeNpz(Path file, Map<String, Array> arrays);
}
