package org.dssl.adapters.io.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.problem.Suggestions;

/** What to say of a path that leads nowhere: what its folder holds instead. */
final class MissingFile {
    private static final int LISTED = 8;

    private MissingFile() {}

    /** @throws InvalidInputException if there is no such file or folder */
    static Path require(String name, String place) throws IOException {
        Path path;
        try {
            path = Path.of(name);
        } catch (InvalidPathException e) {
            throw new InvalidInputException(place, "\"" + name + "\" is not a path: " + e.getReason());
        }
        if (!Files.exists(path)) {
            throw new InvalidInputException(place, "there is no " + name + ". " + instead(path));
        }
        return path;
    }

    private static String instead(Path path) throws IOException {
        Path absolute = path.toAbsolutePath().normalize();
        Path folder = absolute.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return "Its folder is missing too; give a file, a folder, or builtin:NAME with one of "
                    + String.join(", ", BuiltinData.names());
        }
        List<String> names;
        try (Stream<Path> list = Files.list(folder)) {
            names = list.map(file -> file.getFileName().toString()).sorted().toList();
        }
        String some = String.join(", ", names.subList(0, Math.min(LISTED, names.size())));
        return Suggestions.didYouMean(absolute.getFileName().toString(), names)
                + folder
                + (names.isEmpty() ? " is empty" : " holds " + some + (names.size() > LISTED ? ", …" : ""));
    }
}
