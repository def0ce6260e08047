package org.dssl.domain.prototype;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rows of a CSV resource beside this class, comments and heading left out. */
final class Table {
    private Table() {}

    static List<String[]> rows(String resource) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Table.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
