package org.dssl.adapters.io.structure.xyz;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dssl.adapters.io.structure.BadStructureException;
import org.dssl.adapters.io.structure.Shown;

/**
 * What stands in the columns of an atom's line: {@code Properties=species:S:1:pos:R:3:forces:R:3}.
 *
 * @param species column of the element symbol
 * @param position first column of the position, Å
 * @param vectors first column of each triple of reals
 */
record XyzColumns(int columns, int species, int position, Map<String, Integer> vectors) {
    private static final String STANDARD = "species:S:1:pos:R:3";

    /** @param properties null for plain XYZ: symbol and position */
    static XyzColumns of(String properties, int line) throws BadStructureException {
        String[] parts = (properties == null ? STANDARD : properties).split(":");
        Map<String, Integer> vectors = new LinkedHashMap<>();
        int species = -1;
        int position = -1;
        int column = 0;
        for (int i = 0; i < parts.length; i += 3) {
            if (i + 2 >= parts.length || !parts[i + 2].matches("[1-9][0-9]{0,3}")) {
                throw new BadStructureException(
                        line,
                        "Properties must be name:type:columns triples, as " + STANDARD + ", not "
                                + Shown.quoted(properties));
            }
            int width = Integer.parseInt(parts[i + 2]);
            boolean three = parts[i + 1].equals("R") && width == 3;
            if (parts[i].equals("species")) {
                species = column;
            } else if (parts[i].equals("pos") && three) {
                position = column;
            } else if (three) {
                String name = parts[i].equals("force") ? "forces" : parts[i];
                if (vectors.put(name, column) != null) {
                    throw new BadStructureException(
                            line,
                            "Properties names " + Shown.text(name) + " twice (force is read as forces): "
                                    + Shown.quoted(properties));
                }
            }
            column += width;
        }
        if (species < 0 || position < 0) {
            throw new BadStructureException(
                    line, "Properties must have species:S:1 and pos:R:3, not " + Shown.quoted(properties));
        }
        return new XyzColumns(column, species, position, vectors);
    }

    String[] fields(String text, int line) throws BadStructureException {
        String[] fields = text.strip().split("\\s+");
        if (fields.length != columns) {
            throw new BadStructureException(line, "has " + fields.length + " columns; Properties names " + columns);
        }
        return fields;
    }

    double[] three(String[] fields, int from, int line) throws BadStructureException {
        double[] numbers = new double[3];
        for (int k = 0; k < 3; k++) {
            numbers[k] = number(fields[from + k], "column " + (from + k + 1), line);
        }
        return numbers;
    }

    static double number(String text, String where, int line) throws BadStructureException {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new BadStructureException(line, where + ": " + Shown.quoted(text) + " is not a number");
        }
    }
}
