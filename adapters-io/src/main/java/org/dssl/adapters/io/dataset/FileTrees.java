package org.dssl.adapters.io.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dssl.adapters.io.structure.StructureFiles;
import org.dssl.adapters.io.structure.UnreadableException;
import org.dssl.ports.out.StructureInput;

/** Which files are folders, or archives that can be read as such; archives are known by their content. */
final class FileTrees {
    private static final int TAR_MARK = 257;

    private FileTrees() {}

    /** Empty if the path is a file, and no archive. */
    static Optional<FileTree> of(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return Optional.of(new FolderTree(path));
        }
        byte[] head = StructureFiles.head(StructureFiles.input(path));
        if (isZip(head)) {
            return Optional.of(new ZipTree(path));
        }
        return isTar(head) ? Optional.of(new TarTree(path)) : Optional.empty();
    }

    /** @throws UnreadableException if it is an archive of another kind */
    static boolean isArchive(StructureInput input) throws IOException {
        byte[] head = StructureFiles.head(input);
        return isZip(head) || isTar(head);
    }

    private static boolean isZip(byte[] head) {
        return startsWith(head, 0, "PK\003\004") || startsWith(head, 0, "PK\005\006");
    }

    private static boolean isTar(byte[] head) {
        return startsWith(head, TAR_MARK, "ustar");
    }

    /** What packs files, but is not read; null for everything else. */
    static String otherArchive(byte[] head) {
        if (startsWith(head, 0, "BZh")) {
            return "bzip2";
        }
        if (startsWith(head, 0, "7z\u00BC\u00AF")) {
            return "7-Zip";
        }
        if (startsWith(head, 0, "\u00FD7zXZ")) {
            return "xz";
        }
        if (startsWith(head, 0, "(\u00B5/\u00FD")) {
            return "Zstandard";
        }
        return startsWith(head, 0, "Rar!") ? "RAR" : null;
    }

    private static boolean startsWith(byte[] head, int from, String mark) {
        byte[] wanted = mark.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < wanted.length; i++) {
            if (from + i >= head.length || head[from + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
