package org.dssl.adapters.io.structure.xyz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.dssl.adapters.io.structure.BadStructureException;
import org.dssl.adapters.io.structure.Lines;
import org.dssl.adapters.io.structure.StructureFiles;
import org.dssl.adapters.io.structure.UnreadableException;
import org.dssl.ports.out.StructureInput;
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
    private static final String NOT_READ = ". What follows in the file is not read";

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
    public void read(StructureInput input, StructureSink sink) throws IOException {
        try (Lines lines = new Lines(input.open())) {
            try {
                frames(lines, input, sink);
            } catch (BadStructureException e) {
                sink.problem(StructureFiles.problem(input, e.line(), e.getMessage() + NOT_READ));
            } catch (IOException e) {
                sink.problem(StructureFiles.problem(input, lines.number(), UnreadableException.reason(e) + NOT_READ));
            }
        }
    }

    private static void frames(Lines lines, StructureInput input, StructureSink sink)
            throws IOException, BadStructureException {
        String stem = StructureFiles.stem(input.fileName());
        int number = 0;
        String count = next(lines);
        if (count == null) {
            sink.problem(StructureFiles.problem(input, 1, "the file holds no structures"));
        }
        for (; count != null; number++) {
            int line = lines.number();
            XyzFrame frame = XyzFrame.read(count, lines);
            count = frame.whole() ? next(lines) : null;
            String id = number == 0 && count == null ? stem : stem + "-" + number;
            hand(frame, id, input, line, sink);
        }
    }

    private static void hand(XyzFrame frame, String id, StructureInput input, int line, StructureSink sink) {
        try {
            sink.crystal(frame.crystal(id, line), input.place() + ":" + line);
        } catch (BadStructureException e) {
            String place = input.place() + ":" + (e.line() > 0 ? e.line() : line);
            sink.problem(new StructureProblem(id, place, e.getMessage()));
        }
    }

    /** The next line that is not blank, or null. */
    private static String next(Lines lines) throws IOException, BadStructureException {
        String line = lines.next();
        while (line != null && line.isBlank()) {
            line = lines.next();
        }
        return line;
    }
}
