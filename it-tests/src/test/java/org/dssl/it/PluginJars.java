package org.dssl.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.dssl.ports.spi.PretextTaskProvider;

/** Compiles strangers' plugins in a folder and packs them, rightly or wrongly. */
final class PluginJars {
    static final String SERVICES = "META-INF/services/" + PretextTaskProvider.class.getName();

    private final Path folder;

    PluginJars(Path folder) {
        this.folder = folder;
    }

    /** A provider {@code org.example.Provider} whose task counts atoms; each part of it can be another. */
    record Source(String version, String id, String members, String create, String label) {
        Source(String id) {
            this(
                    "SPI_VERSION",
                    "return \"" + id + "\";",
                    "",
                    "",
                    "into.crystalValue(\"atoms\", of.crystal().atoms());");
        }

        Source withVersion(String other) {
            return new Source(other, id, members, create, label);
        }

        Source withId(String statement) {
            return new Source(version, statement, members, create, label);
        }

        Source withMembers(String other) {
            return new Source(version, id, other, create, label);
        }

        Source withLabel(String statement) {
            return new Source(version, id, members, create, statement);
        }

        /** A condition keeps the compiler from seeing that nothing comes after a {@code throw}. */
        Source withCreate(String statement) {
            return new Source(version, id, members, "if (values != null) { " + statement + " }", label);
        }

        /** By class name. */
        Map<String, String> text() {
            String text =
                    """
                    package org.example;
                    import java.util.List;
                    import org.dssl.domain.algebra.TensorAlgebra;
                    import org.dssl.domain.augment.View;
                    import org.dssl.ports.config.*;
                    import org.dssl.ports.spi.*;
                    public class Provider implements PretextTaskProvider {
                        %s
                        public int spiVersion() { return %s; }
                        public String id() { %s }
                        public String description() { return "Predict the number of atoms"; }
                        public List<Option> options() {
                            return List.of(Option.number("scale", 0.1, 0, 1, "Å", "Factor of the loss"));
                        }
                        public PretextTask create(OptionValues values) { %s return new Task(values.number("scale")); }
                        record Task(double scale) implements PretextTask {
                            public List<ViewRequest> views() { return List.of(ViewRequest.asIs()); }
                            public List<Head> heads() { return List.of(Head.perCrystal("atoms", 1)); }
                            public void label(int view, View of, Labels into) { %s }
                            public <T> T loss(TensorAlgebra<T> algebra, Outputs<T> outputs, Targets<T> targets) {
                                T off = algebra.sub(outputs.of("atoms", 0), targets.of("atoms", 0));
                                return algebra.weightedMean(algebra.mul(off, off), targets.weights("atoms", 0));
                            }
                        }
                    }
                    """;
            return Map.of("org.example.Provider", String.format(text, members, version, id, create, label));
        }
    }

    /** As a stranger would pack it. */
    Path good(String name, Source source) throws IOException {
        return jar(name, classes(source.text()), "org.example.Provider");
    }

    /** Compiles, and returns the content of the class files by their path in a JAR. */
    Map<String, byte[]> classes(Map<String, String> sources) throws IOException {
        Path work = Files.createTempDirectory(folder, "compiled");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            for (Map.Entry<String, String> source : sources.entrySet()) {
                Path file = work.resolve("src/" + source.getKey().replace('.', '/') + ".java");
                Files.createDirectories(file.getParent());
                Files.writeString(file, source.getValue());
            }
            try (Stream<Path> written = Files.walk(work.resolve("src"))) {
                List<Path> java = written.filter(Files::isRegularFile).toList();
                List<String> options =
                        List.of("-d", work.resolve("out").toString(), "-cp", System.getProperty("java.class.path"));
                boolean compiled = compiler.getTask(
                                messages, files, null, options, null, files.getJavaFileObjectsFromPaths(java))
                        .call();
                assertTrue(compiled, messages.toString());
            }
        }
        Map<String, byte[]> classes = new LinkedHashMap<>();
        Path out = work.resolve("out");
        try (Stream<Path> compiled = Files.walk(out)) {
            for (Path file : compiled.filter(Files::isRegularFile).sorted().toList()) {
                classes.put(out.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        assertEquals(false, classes.isEmpty());
        return classes;
    }

    /** @param services lines of the service file; none leaves the file out */
    Path jar(String name, Map<String, byte[]> content, String... services) throws IOException {
        Map<String, byte[]> all = new LinkedHashMap<>(content);
        if (services.length > 0) {
            all.put(SERVICES, (String.join("\n", services) + "\n").getBytes());
        }
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : all.entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                jar.write(entry.getValue());
            }
        }
        return file;
    }

    static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
