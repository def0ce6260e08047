package org.dssl.domain.diffraction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.Elements;
import org.dssl.domain.crystal.Lattice;

/** Crystals and their patterns as pymatgen calculates them, printed by {@code scripts/print_xrd_peaks.py}. */
record KnownPattern(Crystal crystal, List<Peak> peaks) {

    static List<KnownPattern> all() {
        List<KnownPattern> patterns = new ArrayList<>();
        List<String[]> open = new ArrayList<>();
        for (String[] row : rows()) {
            if (row[0].equals("crystal") && !open.isEmpty()) {
                patterns.add(of(open));
                open.clear();
            }
            open.add(row);
        }
        patterns.add(of(open));
        return patterns;
    }

    private static List<String[]> rows() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                KnownPattern.class.getResourceAsStream("pymatgen-peaks.csv"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(","))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KnownPattern of(List<String[]> rows) {
        String[] head = rows.get(0);
        Lattice lattice = Lattice.ofParameters(
                number(head, 2), number(head, 3), number(head, 4), number(head, 5), number(head, 6), number(head, 7));
        int[] elements = of(rows, "atom")
                .mapToInt(row -> Elements.number(row[1]).orElseThrow())
                .toArray();
        double[] fractional = of(rows, "atom")
                .flatMapToDouble(row -> Stream.of(row).skip(2).mapToDouble(Double::parseDouble))
                .toArray();
        List<Peak> peaks = of(rows, "peak")
                .map(row -> new Peak(number(row, 1), number(row, 2), Integer.parseInt(row[3])))
                .toList();
        return new KnownPattern(new Crystal(head[1], lattice, elements, fractional, Map.of()), peaks);
    }

    private static Stream<String[]> of(List<String[]> rows, String kind) {
        return rows.stream().filter(row -> row[0].equals(kind));
    }

    private static double number(String[] row, int at) {
        return Double.parseDouble(row[at]);
    }
}
