package org.dssl.app;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dssl.app.Embedder.Embedded;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.Elements;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.ports.out.ArrayFiles;
import org.dssl.ports.out.TextFormats;

/**
 * Embeddings as a table: {@code id, e0, e1, …}, one row per crystal; of atoms {@code id, atom, element, e0, e1, …}, atoms
 * counted from 0 in the order given. In an npz file the columns are the arrays {@code id}, {@code atom}, {@code element} and
 * {@code embedding}.
 */
record EmbeddingFile(Path path, boolean atoms) {
    /** More than single precision holds: nothing is lost. */
    private static final MathContext DIGITS = new MathContext(9);

    EmbeddingFile {
        String name = path.getFileName().toString();
        if (!name.endsWith(".csv") && !name.endsWith(".npz")) {
            throw new InvalidInputException(
                    "--output", path + " has no known format: give a name that ends with .csv or .npz");
        }
    }

    void write(List<Embedded> crystals, TextFormats texts, ArrayFiles arrays) {
        if (path.toString().endsWith(".npz")) {
            arrays.writeNpz(path, arrays(crystals));
        } else {
            texts.writeCsv(path, header(crystals), rows(crystals));
        }
    }

    private List<String> header(List<Embedded> crystals) {
        List<String> header = new ArrayList<>(atoms ? List.of("id", "atom", "element") : List.of("id"));
        int columns = crystals.get(0).rows()[0].length;
        for (int column = 0; column < columns; column++) {
            header.add("e" + column);
        }
        return header;
    }

    private List<List<String>> rows(List<Embedded> crystals) {
        List<List<String>> rows = new ArrayList<>();
        for (Embedded embedded : crystals) {
            Crystal crystal = embedded.crystal();
            for (int row = 0; row < embedded.rows().length; row++) {
                List<String> fields = new ArrayList<>(List.of(crystal.id()));
                if (atoms) {
                    fields.add(Integer.toString(row));
                    fields.add(Elements.symbol(crystal.atomicNumber(row)));
                }
                for (double value : embedded.rows()[row]) {
                    fields.add(new BigDecimal(value).round(DIGITS).toString());
                }
                rows.add(fields);
            }
        }
        return rows;
    }

    private Map<String, ArrayFiles.Array> arrays(List<Embedded> crystals) {
        List<String> ids = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        List<String> elements = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        for (Embedded embedded : crystals) {
            for (int row = 0; row < embedded.rows().length; row++) {
                ids.add(embedded.crystal().id());
                numbers.add(row);
                elements.add(Elements.symbol(embedded.crystal().atomicNumber(row)));
                rows.add(embedded.rows()[row]);
            }
        }
        Map<String, ArrayFiles.Array> arrays = new LinkedHashMap<>();
        arrays.put("id", new ArrayFiles.Texts(ids));
        if (atoms) {
            arrays.put(
                    "atom",
                    new ArrayFiles.Integers(
                            numbers.stream().mapToInt(Integer::intValue).toArray()));
            arrays.put("element", new ArrayFiles.Texts(elements));
        }
        arrays.put("embedding", new ArrayFiles.Matrix(rows));
        return arrays;
    }
}
