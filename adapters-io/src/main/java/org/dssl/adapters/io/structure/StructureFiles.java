package org.dssl.adapters.io.structure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import org.dssl.ports.out.StructureInput;
import org.dssl.ports.out.StructureProblem;
import org.dssl.ports.out.StructureReader;
import org.dssl.ports.out.StructureSink;

/** What all readers of structure files share. */
public final class StructureFiles {
    private static final int HEAD = 4096;

    private StructureFiles() {}

    public static StructureInput input(Path file) {
        return new FileInput(file);
    }

    /** Reads a file; one that cannot be read is a problem of its own. */
    public static void read(StructureReader reader, StructureInput input, StructureSink sink) {
        StructureSink checked = new CheckedSink(sink);
        try {
            reader.read(input, checked);
        } catch (IOException e) {
            checked.problem(problem(input, 1, UnreadableException.reason(e)));
        }
    }

    /** @param line from 1; 0 names the file alone */
    public static StructureProblem problem(StructureInput input, int line, String reason) {
        return new StructureProblem(stem(input.fileName()), input.place() + (line > 0 ? ":" + line : ""), reason);
    }

    /** The whole content. */
    public static byte[] bytes(StructureInput input) throws IOException {
        try (InputStream content = input.open()) {
            byte[] bytes = content.readNBytes(Limits.FILE_BYTES + 1);
            if (bytes.length > Limits.FILE_BYTES) {
                throw new UnreadableException("the file has more than " + (Limits.FILE_BYTES >> 20)
                        + " MiB; a file of this format that large is not read");
            }
            return bytes;
        }
    }

    /** The first bytes of the content, up to 4 KiB. */
    public static byte[] head(StructureInput input) throws IOException {
        try (InputStream content = input.open()) {
            return content.readNBytes(HEAD);
        }
    }

    /** {@code ab12.cif.gz} → {@code ab12.cif}, in lower case. */
    public static String plainName(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        return lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
    }

    /** The name of a file without {@code .gz} and extension: what a structure is called that has no other id. */
    public static String stem(String fileName) {
        String name = plainName(fileName).length() < fileName.length()
                ? fileName.substring(0, fileName.length() - 3)
                : fileName;
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
