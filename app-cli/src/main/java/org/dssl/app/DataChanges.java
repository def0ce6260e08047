package org.dssl.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.ports.out.ProgressListener;
import org.dssl.ports.run.RunFolder;

/** A run is of the data that it began with. */
final class DataChanges {
    private static final String ANEW = "--fresh moves this run aside and computes anew.";

    private DataChanges() {}

    /**
     * @param hashes SHA-256 of each source as it was read now
     * @throws InvalidInputException if a run that has begun was of other content
     */
    static void refuse(RunFolder folder, Map<String, String> hashes) {
        if (folder.journal().isEmpty()) {
            return;
        }
        Map<?, ?> before = folder.provenance()
                .map(facts -> facts.get(Provenance.DATA) instanceof Map<?, ?> map ? map : null)
                .orElse(Map.of());
        hashes.forEach((source, hash) -> {
            Object was = before.get(source);
            if (was != null && !was.equals(hash)) {
                throw new InvalidInputException(
                        source,
                        "has changed since this run began (SHA-256 " + shortened(was.toString()) + " then, "
                                + shortened(hash) + " now). What it has computed is of the old content; " + ANEW);
            }
        });
    }

    /** Of a finished run nothing is read again; a file that is younger than the run makes its table doubtful. */
    static void warn(RunFolder folder, ProgressListener listener) {
        folder.provenance().ifPresent(facts -> started(facts).ifPresent(start -> sources(facts)
                .filter(source -> youngerThan(start, source))
                .forEach(source -> listener.warning(
                        source + " is younger than this finished run, whose table may be of other content. " + ANEW))));
    }

    private static Stream<Path> sources(Map<String, Object> facts) {
        return facts.get(Provenance.DATA) instanceof Map<?, ?> data
                ? data.keySet().stream().map(String::valueOf).map(Path::of).filter(Files::exists)
                : Stream.empty();
    }

    private static Optional<Instant> started(Map<String, Object> facts) {
        try {
            return Optional.of(Instant.parse(String.valueOf(facts.get(Provenance.STARTED))));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static boolean youngerThan(Instant start, Path source) {
        try (Stream<Path> files = Files.walk(source)) {
            return files.anyMatch(file -> modified(file).toInstant().isAfter(start));
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shortened(String hash) {
        return hash.substring(0, Math.min(12, hash.length()));
    }
}
