package org.dssl.adapters.io.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dssl.adapters.io.structure.StructureFiles;
import org.dssl.ports.out.StructureProblem;
import org.dssl.ports.out.StructureReader;
import org.dssl.ports.out.StructureSink;

/** Reads many files, on several threads, and hands on what they hold in the order of the files. */
final class FolderSource {
    private final StructureReaders readers;

    FolderSource(StructureReaders readers) {
        this.readers = readers;
    }

    /** All files below a folder by their path; names that begin with a point are hidden and left out. */
    void read(Path folder, StructureSink sink) throws IOException {
        List<Path> files = files(folder);
        if (files.isEmpty()) {
            sink.problem(new StructureProblem(
                    folder.getFileName().toString(), folder.toString(), "the folder holds no files"));
        }
        files.parallelStream().map(this::read).forEachOrdered(found -> found.replay(sink));
    }

    /** Without hidden files, in one order on every machine. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return walk.filter(file -> !hidden(folder.relativize(file)) && Files.isRegularFile(file))
                    .sorted(Comparator.comparing(
                            file -> folder.relativize(file).toString().replace('\\', '/')))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean hidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".") && !part.toString().equals(".")) {
                return true;
            }
        }
        return false;
    }

    /** What a file holds; a file that cannot be read, or not understood, is a problem of its own. */
    Found read(Path file) {
        Found found = new Found();
        try {
            Optional<StructureReader> reader = readers.forFile(file);
            if (reader.isPresent()) {
                reader.get().read(file, found);
            } else {
                found.problem(problem(
                        file,
                        Table.isNamedAsOne(file)
                                ? "a table in a folder of structures is not read; name it as the source, and the folder"
                                        + " as structures"
                                : "no known format. Known are " + readers.known()));
            }
        } catch (IOException e) {
            found.problem(problem(file, "cannot be read: " + e));
        }
        return found;
    }

    private static StructureProblem problem(Path file, String reason) {
        return new StructureProblem(StructureFiles.stem(file), file.toString(), reason);
    }
}
