package org.dssl.ports.out;

import java.nio.file.Path;
import java.util.List;

/** Plain text files that people and programs read. */
public interface TextFormats {

    /** Maps, lists, numbers, texts and booleans as indented JSON. */
    String json(Object tree);

    /** Writes text as UTF-8, whole or not at all; missing folders are made. */
    void writeText(Path file, String text);

    /** Writes a table as CSV (RFC 4180), whole or not at all; missing folders are made. */
    void writeCsv(Path file, List<String> header, List<List<String>> rows);
}
