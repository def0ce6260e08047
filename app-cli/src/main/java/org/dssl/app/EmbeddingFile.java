package org.dssl.app;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.AbstractList;
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

    /** Of a crystal or an atom. */
    private record Row(Crystal crystal, int atom, double[] values) {
        String element() {
            return Elements.symbol(crystal.atomicNumber(atom));
        }
    }

    /** @param crystals at least one */
    void write(List<Embedded> crystals, TextFormats texts, ArrayFiles arrays) {
        List<Row> rows = new ArrayList<>();
        for (Embedded embedded : crystals) {
            for (int atom = 0; atom < embedded.rows().length; atom++) {
                rows.add(new Row(embedded.crystal(), atom, embedded.rows()[atom]));
            }
        }
        if (path.toString().endsWith(".npz")) {
            arrays.writeNpz(path, arrays(rows));
        } else {
            texts.writeCsv(path, header(rows.get(0).values().length), lines(rows));
        }
    }

    private List<String> header(int columns) {
        List<String> header = new ArrayList<>(atoms ? List.of("id", "atom", "element") : List.of("id"));
        for (int column = 0; column < columns; column++) {
            header.add("e" + column);
        }
        return header;
    }

    /** Each line is made when it is written: as text, embeddings of many atoms would fill the memory. */
    private List<List<String>> lines(List<Row> rows) {
        return new AbstractList<>() {
            @Override
            public List<String> get(int index) {
                return fields(rows.get(index));
            }

            @Override
            public int size() {
                return rows.size();
            }
        };
    }

    private List<String> fields(Row row) {
        List<String> fields = new ArrayList<>(List.of(row.crystal().id()));
        if (atoms) {
            fields.add(Integer.toString(row.atom()));
            fields.add(row.element());
        }
        for (double value : row.values()) {
            fields.add(new BigDecimal(value).round(DIGITS).toString());
        }
        return fields;
    }

    private Map<String, ArrayFiles.Array> arrays(List<Row> rows) {
        Map<String, ArrayFiles.Array> arrays = new LinkedHashMap<>();
        arrays.put(
                "id",
                new ArrayFiles.Texts(
                        rows.stream().map(row -> row.crystal().id()).toList()));
        if (atoms) {
            arrays.put(
                    "atom",
                    new ArrayFiles.Integers(rows.stream().mapToInt(Row::atom).toArray()));
            arrays.put(
                    "element",
                    new ArrayFiles.Texts(rows.stream().map(Row::element).toList()));
        }
        arrays.put(
                "embedding",
                new ArrayFiles.Matrix(rows.stream().map(Row::values).toList()));
        return arrays;
    }
}
