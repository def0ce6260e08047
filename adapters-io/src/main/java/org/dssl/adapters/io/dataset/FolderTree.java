package org.dssl.adapters.io.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dssl.adapters.io.structure.StructureFiles;
import org.dssl.ports.out.StructureInput;

/** All files below a folder by their path; names that begin with a point are hidden. */
record FolderTree(Path folder) implements FileTree {

    @Override
    public String place() {
        return folder.toString();
    }

    @Override
    public void each(Visitor visitor) throws IOException {
        for (Path file : files()) {
            visitor.file(new TreeFile(StructureFiles.input(file), Files.size(file), true));
        }
    }

    @Override
    public Optional<StructureInput> find(Set<String> fileNames) {
        return fileNames.stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .map(StructureFiles::input);
    }

    private List<Path> files() throws IOException {
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
}
