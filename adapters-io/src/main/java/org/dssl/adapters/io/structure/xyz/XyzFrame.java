package org.dssl.adapters.io.structure.xyz;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dssl.adapters.io.structure.BadStructureException;
import org.dssl.adapters.io.structure.ElementSymbols;
import org.dssl.adapters.io.structure.Limits;
import org.dssl.adapters.io.structure.Lines;
import org.dssl.adapters.io.structure.Shown;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.CrystalException;
import org.dssl.domain.crystal.Lattice;

/**
 * The lines of one frame.
 *
 * @param atoms as the first line says; −1 if it is no number: where the frame ends is then unknown
 * @param lines of the atoms; empty if there are too many of them, or too long
 * @param found how many lines of atoms there were
 * @param bad what is wrong with a line itself; null if nothing is
 */
record XyzFrame(String count, int atoms, String comment, List<String> lines, int found, BadStructureException bad) {
    /** Beyond this a number is more likely no number of atoms. */
    private static final int LARGEST = 10_000_000;

    private static final int LONGEST = 1000;

    /** @param count the first line, read already */
    static XyzFrame read(String count, Lines source) throws IOException {
        int atoms = count.strip().matches("[0-9]{1,8}") ? Integer.parseInt(count.strip()) : -1;
        int start = source.number();
        BadStructureException bad = null;
        atoms = atoms > LARGEST ? -1 : atoms;
        String comment = null;
        List<String> lines = new ArrayList<>();
        long size = 0;
        int found = -1;
        while (found < atoms) {
            String line = "";
            try {
                line = source.next();
            } catch (BadStructureException e) {
                bad = bad == null ? e : bad;
            }
            if (line == null) {
                break;
            }
            size += line.length();
            comment = ++found == 0 ? line : comment;
            if (found > 0 && atoms <= Limits.ATOMS && size <= Limits.FILE_BYTES) {
                lines.add(line);
            }
        }
        if (bad == null && found > 0 && lines.size() < found) {
            bad = new BadStructureException(
                    start,
                    "the frame has more than " + Limits.ATOMS + " atoms or " + (Limits.FILE_BYTES >> 20)
                            + " MiB; larger ones are not read");
        }
        return new XyzFrame(count, atoms, comment, lines, Math.max(0, found), bad);
    }

    /** Whether all its lines were there. */
    boolean whole() {
        return atoms >= 0 && comment != null && found == atoms;
    }

    /** @param line of the frame's first, for messages */
    Crystal crystal(String standardId, int line) throws BadStructureException {
        if (atoms < 0) {
            throw new BadStructureException(
                    line, Shown.quoted(count) + " is not a number of atoms; the rest of the file is not read");
        }
        if (!whole()) {
            throw new BadStructureException(
                    line, "the frame has " + found + " of its " + atoms + " atoms; the file ends before them");
        }
        if (bad != null) {
            throw bad;
        }
        Map<String, String> keys = XyzKeys.parse(comment, line + 1);
        double[] rows = lattice(keys, line + 1);
        XyzColumns columns = XyzColumns.of(keys.remove("Properties"), line + 1);
        String id = keys.containsKey("id") ? keys.remove("id") : standardId;
        if (id.isBlank()) {
            throw new BadStructureException(line + 1, "id is empty; leave it out to call the frame " + standardId);
        }
        return crystal(id, Lattice.ofRows(rows), columns, keys, line);
    }

    private Crystal crystal(String id, Lattice lattice, XyzColumns columns, Map<String, String> labels, int line)
            throws BadStructureException {
        int[] numbers = new int[atoms];
        double[] fractional = new double[3 * atoms];
        Map<String, double[]> vectors = new LinkedHashMap<>();
        columns.vectors().keySet().forEach(name -> vectors.put(name, new double[3 * atoms]));
        for (int atom = 0; atom < atoms; atom++) {
            int at = line + 2 + atom;
            String[] fields = columns.fields(lines.get(atom), at);
            String symbol = fields[columns.species()];
            numbers[atom] = ElementSymbols.number(symbol)
                    .orElseThrow(() -> new BadStructureException(at, ElementSymbols.unknown(symbol)));
            double[] position = columns.three(fields, columns.position(), at);
            for (int axis = 0; axis < 3; axis++) {
                fractional[3 * atom + axis] = lattice.fractional(position[0], position[1], position[2], axis);
            }
            for (Map.Entry<String, Integer> column : columns.vectors().entrySet()) {
                double[] vector = columns.three(fields, column.getValue(), at);
                System.arraycopy(vector, 0, vectors.get(column.getKey()), 3 * atom, 3);
            }
        }
        try {
            return new Crystal(id, lattice, numbers, fractional, labels).withVectors(vectors);
        } catch (CrystalException e) {
            throw new BadStructureException(line, e.getMessage());
        }
    }

    private static double[] lattice(Map<String, String> keys, int line) throws BadStructureException {
        String pbc = keys.remove("pbc");
        requireShort(pbc, "pbc", line);
        requireShort(keys.get("Lattice"), "Lattice", line);
        if (pbc != null && !flat(pbc).matches("(?i)(T|True|1)([\\s,]+(T|True|1)){2}")) {
            throw new BadStructureException(
                    line,
                    "pbc is " + Shown.quoted(pbc) + "; only crystals, periodic in all three directions,"
                            + " can be used");
        }
        String text = keys.remove("Lattice");
        if (text == null) {
            throw new BadStructureException(line, "there is no Lattice; molecules cannot be used");
        }
        String[] fields = flat(text).split("[\\s,]+");
        if (fields.length != 9) {
            throw new BadStructureException(line, "Lattice must hold 9 numbers, found " + fields.length);
        }
        double[] rows = new double[9];
        for (int i = 0; i < 9; i++) {
            rows[i] = XyzColumns.number(fields[i], "Lattice", line);
        }
        try {
            Lattice.ofRows(rows);
        } catch (CrystalException e) {
            throw new BadStructureException(line, "Lattice: " + e.getMessage());
        }
        return rows;
    }

    private static void requireShort(String list, String key, int line) throws BadStructureException {
        if (list != null && list.length() > LONGEST) {
            throw new BadStructureException(line, key + " has more than " + LONGEST + " characters");
        }
    }

    /** Of a list, what stands in its brackets. */
    private static String flat(String list) {
        return list.replace('[', ' ')
                .replace(']', ' ')
                .replaceAll("\\s*,\\s*", " ")
                .strip();
    }
}
