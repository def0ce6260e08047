package org.dssl.adapters.io.store;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dssl.adapters.io.dataset.Datasets;
import org.dssl.domain.graph.GraphBuilder;

/**
 * What reads structures and builds graphs: the classes themselves, so that no number must be raised when they change, and
 * the JDK with its mathematics.
 */
final class CodeVersion {
    private CodeVersion() {}

    static byte[] hash() throws IOException {
        MessageDigest digest = Hashing.sha256();
        for (String name : List.of("java.vm.version", "os.arch")) {
            digest.update(Hashing.of(System.getProperty(name, "")));
        }
        for (Class<?> part : List.of(GraphBuilder.class, Datasets.class)) {
            add(part, digest);
        }
        return digest.digest();
    }

    private static void add(Class<?> part, MessageDigest digest) throws IOException {
        CodeSource source = part.getProtectionDomain().getCodeSource();
        if (source == null || !source.getLocation().getProtocol().equals("file")) {
            digest.update(Hashing.of(String.valueOf(part.getPackage().getImplementationVersion())));
            return;
        }
        Path root;
        try {
            root = Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException(source.getLocation() + " is no path", e);
        }
        if (Files.isDirectory(root)) {
            addFolder(root, digest);
        } else {
            addJar(root, digest);
        }
    }

    private static void addFolder(Path root, MessageDigest digest) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(root)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            digest.update(Hashing.of(root.relativize(file).toString()));
            digest.update(Hashing.of(file));
        }
    }

    /** By the checksums that a JAR keeps of its files: it need not be read as a whole. */
    private static void addJar(Path jar, MessageDigest digest) throws IOException {
        try (ZipFile files = new ZipFile(jar.toFile())) {
            StringBuilder text = new StringBuilder();
            files.stream().sorted(Comparator.comparing(ZipEntry::getName)).forEach(file -> text.append(file.getName())
                    .append(' ')
                    .append(file.getSize())
                    .append(' ')
                    .append(file.getCrc())
                    .append('\n'));
            digest.update(Hashing.of(text.toString()));
        }
    }
}
