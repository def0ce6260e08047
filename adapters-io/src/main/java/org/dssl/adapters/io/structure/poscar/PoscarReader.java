package org.dssl.adapters.io.structure.poscar;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.dssl.adapters.io.structure.BadStructureException;
import org.dssl.adapters.io.structure.Lines;
import org.dssl.adapters.io.structure.StructureFiles;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.CrystalException;
import org.dssl.domain.crystal.Lattice;
import org.dssl.ports.out.StructureInput;
import org.dssl.ports.out.StructureReader;
import org.dssl.ports.out.StructureSink;

/**
 * Reads POSCAR and CONTCAR of VASP 4 and 5: a comment; a factor, three factors, or minus the volume; three lattice vectors;
 * element symbols (VASP 5); numbers of atoms; perhaps {@code Selective dynamics}; {@code Direct} or {@code Cartesian}; the
 * positions. Where VASP 4 names no elements, the comment must. Velocities and what else follows are not read. The
 * structure is called by the file, or by its folder if the file is called POSCAR or CONTCAR.
 */
public final class PoscarReader implements StructureReader {

    @Override
    public String format() {
        return "POSCAR";
    }

    @Override
    public boolean accepts(String fileName, byte[] head) {
        String name = StructureFiles.plainName(fileName);
        boolean named = name.startsWith("poscar")
                || name.startsWith("contcar")
                || name.endsWith(".vasp")
                || name.endsWith(".poscar");
        return named || looksLikeOne(new String(head, StandardCharsets.ISO_8859_1));
    }

    /** A factor in the second line, three numbers in each of the next three, and symbols or counts in the sixth. */
    private static boolean looksLikeOne(String head) {
        String[] lines = head.split("\r\n?|\n", 8);
        if (lines.length < 8 || !Fields.isNumbers(lines[1], 1) && !Fields.isNumbers(lines[1], 3)) {
            return false;
        }
        for (int i = 2; i < 5; i++) {
            if (!Fields.isNumbers(lines[i], 3)) {
                return false;
            }
        }
        return lines[5].strip().matches("[A-Za-z0-9_/. \t]+");
    }

    @Override
    public void read(StructureInput input, StructureSink sink) throws IOException {
        byte[] text = StructureFiles.bytes(input);
        try (Lines lines = new Lines(new ByteArrayInputStream(text))) {
            sink.crystal(new Poscar(lines).crystal(id(input)), input.place() + ":1");
        } catch (BadStructureException e) {
            sink.problem(StructureFiles.problem(input, Math.max(1, e.line()), e.getMessage()));
        }
    }

    private static String id(StructureInput input) {
        String stem = StructureFiles.stem(input.fileName());
        String plain = stem.toUpperCase(Locale.ROOT);
        String[] parts = input.place().split("[/\\\\]");
        boolean plainly = plain.equals("POSCAR") || plain.equals("CONTCAR");
        return plainly && parts.length > 1 && !parts[parts.length - 2].isEmpty() ? parts[parts.length - 2] : stem;
    }

    /** As {@link Lattice#ofRows}, with the line of a mistake. */
    static Lattice lattice(double[] rows, int line) throws BadStructureException {
        try {
            return Lattice.ofRows(rows);
        } catch (CrystalException e) {
            throw new BadStructureException(line, e.getMessage());
        }
    }

    static Crystal crystal(String id, Lattice lattice, int[] numbers, double[] fractional)
            throws BadStructureException {
        try {
            return new Crystal(id, lattice, numbers, fractional, Map.of());
        } catch (CrystalException e) {
            throw new BadStructureException(1, e.getMessage());
        }
    }
}
