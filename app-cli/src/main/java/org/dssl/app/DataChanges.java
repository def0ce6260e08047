package org.dssl.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
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
        Map<String, String> before = hashes(folder.provenance().orElse(Map.of()));
        hashes.forEach((source, hash) -> {
            String was = before.get(source);
            if (was != null && !was.equals(hash)) {
                throw new InvalidInputException(
                        source,
                        "has changed since this run began (SHA-256 " + shortened(was) + " then, " + shortened(hash)
                                + " now). What it has computed is of the old content; " + ANEW);
            }
        });
    }

    /**
     * Of a finished run only files that are younger than it are read again, to see whether its table is of other content.
     *
     * @param hashNow SHA-256 of a source's present content
     */
    static void warn(RunFolder folder, UnaryOperator<String> hashNow, ProgressListener listener) {
        Map<String, Object> facts = folder.provenance().orElse(Map.of());
        started(facts).ifPresent(start -> hashes(facts).forEach((source, was) -> {
            Path file = Path.of(source);
            if (Files.exists(file) && youngerThan(start, file) && !was.equals(hashNow.apply(source))) {
                listener.warning(source + " has changed since this run, whose table is of the old content. " + ANEW);
            }
        }));
    }

    private static Map<String, String> hashes(Map<String, Object> facts) {
        Map<String, String> hashes = new LinkedHashMap<>();
        if (facts.get(Provenance.DATA) instanceof Map<?, ?> data) {
            data.forEach((source, hash) -> hashes.put(source.toString(), hash.toString()));
        }
        return hashes;
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
