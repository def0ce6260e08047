package org.dssl.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dssl.ports.out.Finding;
import org.dssl.ports.out.SelfCheck;

/** The folders that runs write into: whether they can, and for how long. */
public final class DiskCheck implements SelfCheck {
    private static final long MEBI = 1 << 20;
    private static final long LEAST = 100 * MEBI;
    private static final long COMFORTABLE = 1024 * MEBI;

    /** The free space of a folder's drive. */
    interface Space {
        long of(Path folder) throws IOException;
    }

    private final Path runs;
    private final Path temporary;
    private final Space space;

    public DiskCheck() {
        this(Path.of("runs"), Path.of(System.getProperty("java.io.tmpdir")), folder -> Files.getFileStore(folder)
                .getUsableSpace());
    }

    DiskCheck(Path runs, Path temporary, Space space) {
        this.runs = runs;
        this.temporary = temporary;
        this.space = space;
    }

    @Override
    public List<Finding> findings() {
        return Stream.of(
                        look("runs", runs, "choose another place with output: in the YAML file"),
                        look("temporary", temporary, "choose another with DSSL_JAVA_OPTIONS=-Djava.io.tmpdir=DIR"))
                .toList();
    }

    private Finding look(String subject, Path folder, String otherwise) {
        Path there = folder.toAbsolutePath().normalize();
        String name = there + (Files.exists(there) ? "" : " (not made yet)");
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        try {
            Files.delete(Files.createTempFile(there, "dssl-doctor-", ".tmp"));
        } catch (IOException e) {
            return Finding.problem(
                    subject,
                    name + ": nothing can be written to " + there + " ("
                            + e.getClass().getSimpleName() + ")",
                    "Change its rights, or " + otherwise + ".");
        }
        try {
            return roomy(subject, name, space.of(there), otherwise);
        } catch (IOException e) {
            return Finding.warning(subject, name + ", writable; how much is free is unknown: " + e.getMessage(), "");
        }
    }

    private static Finding roomy(String subject, String name, long free, String otherwise) {
        String found = name + ", writable; " + String.format(Locale.ROOT, "%,d MiB", free / MEBI) + " free";
        String advice = "Make room, or " + otherwise + ".";
        if (free < LEAST) {
            return Finding.problem(subject, found, advice);
        }
        return free < COMFORTABLE ? Finding.warning(subject, found, advice) : Finding.ok(subject, found);
    }
}
