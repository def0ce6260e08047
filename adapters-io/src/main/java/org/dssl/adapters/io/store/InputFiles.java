package org.dssl.adapters.io.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dssl.ports.out.DatasetSource;

/** The files that a data set is read from: all that its source and its folder of structures hold, hidden ones left out. */
final class InputFiles {
    private static final String BUILTIN = "builtin:";

    private record Input(String name, Path file) {}

    private final List<Input> inputs = new ArrayList<>();

    private InputFiles() {}

    /** Empty if one of those that the request names does not exist. */
    static Optional<InputFiles> of(DatasetSource.Request request) throws IOException {
        InputFiles files = new InputFiles();
        for (String named : Arrays.asList(request.source(), request.structures())) {
            if (named != null && !named.startsWith(BUILTIN)) {
                if (!Files.exists(Path.of(named))) {
                    return Optional.empty();
                }
                files.add(Path.of(named));
            }
        }
        return Optional.of(files);
    }

    private void add(Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            walk.filter(file -> !hidden(root.relativize(file)) && Files.isRegularFile(file))
                    .map(file -> new Input(root.relativize(file).toString().replace('\\', '/'), file))
                    .sorted((a, b) -> a.name.compareTo(b.name))
                    .forEach(inputs::add);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean hidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    /** Together. */
    long bytes() throws IOException {
        long sum = 0;
        for (Input input : inputs) {
            sum += Files.size(input.file);
        }
        return sum;
    }

    /** SHA-256 over the names and the content of all files. */
    byte[] hash() throws IOException {
        List<byte[]> contents;
        try {
            contents = inputs.parallelStream().map(InputFiles::content).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        MessageDigest digest = Hashing.sha256();
        for (int i = 0; i < contents.size(); i++) {
            digest.update(Hashing.of(inputs.get(i).name));
            digest.update(contents.get(i));
        }
        return digest.digest();
    }

    private static byte[] content(Input input) {
        try {
            return Hashing.of(input.file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
