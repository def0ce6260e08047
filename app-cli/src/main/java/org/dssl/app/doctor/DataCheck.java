package org.dssl.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dssl.ports.out.Finding;
import org.dssl.ports.out.SelfCheck;

/** The folder with the examples' data files, which the environment's DSSL_DATA names. */
public final class DataCheck implements SelfCheck {
    private static final String SUBJECT = "data";
    private static final String VARIABLE = "DSSL_DATA";
    private static final List<String> FILES =
            List.of("mp_le20.jsonl.gz", "elasticity_dev.jsonl.gz", "mp_cgcnn_dev.jsonl.gz");

    private final String given;

    public DataCheck() {
        this(System.getenv(VARIABLE));
    }

    /** @param given the variable's value; null if it is not set */
    DataCheck(String given) {
        this.given = given;
    }

    @Override
    public List<Finding> findings() {
        if (given == null || given.isEmpty()) {
            return List.of(Finding.ok(
                    SUBJECT, VARIABLE + " is not set: there are the embedded sets (builtin:…) and your own files"));
        }
        Path folder = Path.of(given);
        if (!Files.isDirectory(folder)) {
            return List.of(Finding.problem(
                    SUBJECT,
                    VARIABLE + " is " + given + ", which is " + (Files.exists(folder) ? "no folder" : "not there"),
                    "Set it to the folder with the data files, or unset it."));
        }
        try {
            return files(folder);
        } catch (IOException e) {
            return List.of(Finding.problem(
                    SUBJECT,
                    VARIABLE + " is " + given + ", which cannot be read: " + e.getMessage(),
                    "Change its rights."));
        }
    }

    private List<Finding> files(Path folder) throws IOException {
        List<Finding> findings = new ArrayList<>();
        if (!folder.isAbsolute()) {
            findings.add(Finding.warning(
                    SUBJECT,
                    VARIABLE + " is " + given + ": every YAML file takes that from its own folder",
                    "Give it from the root: " + folder.toAbsolutePath().normalize() + "."));
        }
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files = entries.sorted().toList();
        }
        for (Path file : files) {
            if (!Files.isReadable(file)) {
                findings.add(Finding.problem(SUBJECT, file + " cannot be read", "Change its rights."));
            }
        }
        List<String> missing = FILES.stream()
                .filter(name -> !Files.exists(folder.resolve(name)))
                .toList();
        String found = given + " (" + VARIABLE + "), " + files.size() + " entries";
        findings.add(
                missing.isEmpty()
                        ? Finding.ok(SUBJECT, found)
                        : Finding.warning(
                                SUBJECT,
                                found + "; not among them: " + String.join(", ", missing),
                                "Examples on real data read these; README, \"On real data\", says where they come from."));
        return findings;
    }
}
