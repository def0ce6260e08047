package org.dssl.adapters.io.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.dssl.adapters.io.dataset.Archives;
import org.dssl.adapters.io.dataset.Datasets;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.ports.out.DatasetSource.Request;
import org.dssl.ports.out.ReadPolicy;
import org.dssl.ports.out.ReadPolicy.Disorder;

/** Mangled archives and tables end as typed problems too, never in a crash or in silence. */
class HostileSetsTest {
    private static final String CIF = new String(Samples.CIF.get(2), StandardCharsets.UTF_8);
    private static final Map<String, String> ENTRIES = new LinkedHashMap<>();

    static {
        ENTRIES.put("toy/a.cif", CIF);
        ENTRIES.put("toy/b.xyz", new String(Samples.XYZ.get(0), StandardCharsets.UTF_8));
        ENTRIES.put("toy/c.cif", CIF);
    }

    private static Path folder;

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("hostile");
        for (String name : List.of("a.cif", "b.cif", "c.cif")) {
            Files.writeString(Files.createDirectories(folder.resolve("table")).resolve(name), CIF);
        }
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        Tally.print();
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    private static void load(String name, Path file, byte[] content, String source, String structures) {
        Watched.run(content, () -> {
            try {
                Files.write(file, content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            long begun = System.nanoTime();
            Verdict verdict = new Verdict(folder.toString());
            ReadPolicy policy = new ReadPolicy(Disorder.MAJORITY, true);
            Request request = new Request(source, structures, null, "data", policy);
            try {
                new Datasets().load(request, verdict::crystal, verdict::problem);
            } catch (InvalidInputException e) {
                verdict.refusal(e);
            }
            verdict.requireOutcome();
            Tally.add(name, verdict, System.nanoTime() - begun);
        });
    }

    private static Arbitrary<byte[]> archive(byte[] plain) {
        return HostileInputs.of(List.of(plain));
    }

    @Property
    void zip(@ForAll("zips") byte[] content) {
        Path file = folder.resolve("hostile.zip");
        load("zip", file, content, file.toString(), null);
    }

    @Provide
    Arbitrary<byte[]> zips() throws IOException {
        return archive(Files.readAllBytes(Archives.zip(folder.resolve("good.zip"), ENTRIES)));
    }

    @Property
    void tar(@ForAll("tars") byte[] content) {
        Path file = folder.resolve("hostile.tar");
        load("tar", file, content, file.toString(), null);
    }

    @Provide
    Arbitrary<byte[]> tars() throws IOException {
        return archive(Archives.tar(ENTRIES));
    }

    @Property
    void tarWithinGzip(@ForAll("tgzs") byte[] content) {
        Path file = folder.resolve("hostile.tgz");
        load("tar within gzip", file, content, file.toString(), null);
    }

    @Provide
    Arbitrary<byte[]> tgzs() throws IOException {
        return archive(HostileInputs.gzip(Archives.tar(ENTRIES)));
    }

    @Property
    void tableOfAFolder(@ForAll("tables") byte[] content) {
        load(
                "table of a folder",
                folder.resolve("table/id_prop.csv"),
                content,
                folder.resolve("table").toString(),
                null);
    }

    @Property
    void tableBesideStructures(@ForAll("tables") byte[] content) {
        Path table = folder.resolve("beside.csv");
        load(
                "table beside structures",
                table,
                content,
                table.toString(),
                folder.resolve("table").toString());
    }

    @Provide
    Arbitrary<byte[]> tables() {
        return HostileInputs.of(Samples.TABLE);
    }
}
