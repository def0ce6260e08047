package org.dssl.adapters.io.structure.xyz;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.LineNumberReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.dssl.adapters.io.structure.BadStructureException;
import org.dssl.adapters.io.structure.StructureFiles;
import org.dssl.ports.out.StructureProblem;
import org.dssl.ports.out.StructureReader;
import org.dssl.ports.out.StructureSink;

/**
 * Reads extended XYZ as ASE and quippy write it: frames of a line with the number of atoms, a line of {@code key=value}
 * with {@code Lattice} (rows, Å) and {@code Properties}, and a line for each atom. All other keys become labels; columns of
 * three reals other than {@code pos}, such as {@code forces}, become vectors ({@code force} as {@code forces}); single columns are
 * not read. A frame is called by its key {@code id}, or by the file's name and the frame's number from 0.
 */
public final class XyzReader implements StructureReader {
    private static final String PROPERTIES = "Properties=";

    @Override
    public String format() {
        return "extended XYZ";
    }

    @Override
    public boolean accepts(String fileName, byte[] head) {
        String name = StructureFiles.plainName(fileName);
        String[] lines = new String(head, StandardCharsets.UTF_8).split("\n", 3);
        boolean named = name.endsWith(".xyz") || name.endsWith(".extxyz");
        return named || lines.length > 2 && lines[0].strip().matches("[0-9]+") && lines[1].contains(PROPERTIES);
    }

    @Override
    public void read(Path file, StructureSink sink) throws IOException {
        try (LineNumberReader lines = new LineNumberReader(
                new BufferedReader(new InputStreamReader(StructureFiles.open(file), StandardCharsets.UTF_8)))) {
            String stem = StructureFiles.stem(file);
            int number = 0;
            for (String count = next(lines); count != null; number++) {
                int line = lines.getLineNumber();
                XyzFrame frame = XyzFrame.read(count, lines);
                count = next(lines);
                String id = number == 0 && count == null ? stem : stem + "-" + number;
                if (!hand(frame, id, file, line, sink)) {
                    return;
                }
            }
        }
    }

    /** @return whether the next frame can be found */
    private static boolean hand(XyzFrame frame, String id, Path file, int line, StructureSink sink) {
        try {
            sink.crystal(frame.crystal(id, line), file + ":" + line);
        } catch (BadStructureException e) {
            String place = file + ":" + (e.line() > 0 ? e.line() : line);
            sink.problem(new StructureProblem(id, place, e.getMessage()));
        }
        return frame.whole();
    }

    /** The next line that is not blank, or null. */
    private static String next(LineNumberReader lines) throws IOException {
        String line = lines.readLine();
        while (line != null && line.isBlank()) {
            line = lines.readLine();
        }
        return line;
    }
}
