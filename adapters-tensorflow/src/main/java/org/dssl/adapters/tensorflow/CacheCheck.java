package org.dssl.adapters.tensorflow;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dssl.ports.out.Finding;

/**
 * The folder that the native library is unpacked to: whether it can be used, and what older libraries have left there.
 *
 * @param asked for by the property; null if it is not set
 * @param cache that JavaCPP uses
 * @param library on the class path
 */
record CacheCheck(String asked, Path cache, URL library) {
    private static final String SUBJECT = "cache";
    private static final String PROPERTY = "-Dorg.bytedeco.javacpp.cachedir=DIR";
    private static final String ELSEWHERE =
            "Make it writable, or choose another folder: DSSL_JAVA_OPTIONS=" + PROPERTY + ".";
    private static final long MEBI = 1 << 20;
    /** The library for a GPU is larger; it says so itself when the space ends. */
    private static final long NEEDED = 700 * MEBI;

    static Finding withoutFolder() {
        return Finding.problem(
                SUBJECT,
                "neither .javacpp/cache in the home folder nor a folder for temporary files can be made",
                "Choose a folder that you may write: DSSL_JAVA_OPTIONS=" + PROPERTY + ".");
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (asked != null && !Path.of(asked).toAbsolutePath().normalize().equals(real())) {
            findings.add(Finding.warning(
                    SUBJECT,
                    asked + ", which " + PROPERTY.substring(2, PROPERTY.indexOf('='))
                            + " names, is no folder and cannot" + " be made one: JavaCPP takes " + cache + " instead",
                    "Name a folder that you may write."));
        }
        try {
            findings.add(state());
            older().forEach(findings::add);
        } catch (IOException e) {
            findings.add(Finding.problem(SUBJECT, cache + " cannot be read: " + e.getMessage(), ELSEWHERE));
        }
        return findings;
    }

    private Path real() {
        return cache.toAbsolutePath().normalize();
    }

    private Finding state() throws IOException {
        boolean unpacked = library.getProtocol().equals("jar") && Files.exists(NativeLibrary.unpacked(cache, library));
        Optional<String> refusal = refusal();
        String size = unpacked ? "the library is unpacked, " + mebibytes(own()) : "the library is not unpacked yet";
        if (refusal.isPresent()) {
            // JavaCPP locks a file in the folder, even to read.
            return Finding.problem(SUBJECT, cache + " cannot be written: " + refusal.get() + "; " + size, ELSEWHERE);
        }
        long free = Files.getFileStore(cache).getUsableSpace();
        String found = cache + ", writable; " + size + "; " + mebibytes(free) + " free";
        return unpacked || free >= NEEDED
                ? Finding.ok(SUBJECT, found)
                : Finding.problem(
                        SUBJECT,
                        found,
                        "Unpacking takes 700 MB: make room, or choose another folder, DSSL_JAVA_OPTIONS=" + PROPERTY
                                + ".");
    }

    /** Rights tell less than trying: a file system may be read-only, and some users may do everything. */
    private Optional<String> refusal() {
        try {
            Files.delete(Files.createTempFile(cache, "dssl-doctor-", ".tmp"));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e.getClass().getSimpleName() + " " + e.getMessage());
        }
    }

    private long own() throws IOException {
        Path jar = NativeLibrary.unpacked(cache, library);
        return size(cache.resolve(cache.relativize(jar).getName(0)));
    }

    /** What other versions of TensorFlow's library have left; other programs' libraries are none of our business. */
    private List<Finding> older() throws IOException {
        if (!library.getProtocol().equals("jar")) {
            return List.of();
        }
        Path own = cache.relativize(NativeLibrary.unpacked(cache, library)).getName(0);
        List<Finding> findings = new ArrayList<>();
        try (Stream<Path> folders = Files.list(cache)) {
            for (Path folder : folders.sorted().toList()) {
                String name = folder.getFileName().toString();
                if (name.startsWith("tensorflow-core-native-") && !name.equals(own.toString())) {
                    findings.add(Finding.warning(
                            SUBJECT,
                            "another version's library is left in " + folder + ", " + mebibytes(size(folder)),
                            "If no other program uses it, remove the folder."));
                }
            }
        }
        return findings;
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            long size = 0;
            for (Path file : files.toList()) {
                size += Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Files.size(file) : 0;
            }
            return size;
        }
    }

    private static String mebibytes(long bytes) {
        return String.format(java.util.Locale.ROOT, "%,d MiB", bytes / MEBI);
    }
}
