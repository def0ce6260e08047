package org.dssl.it.violations;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;

/** Small classes that break one architecture rule each, compiled on the spot: no such class may stand in the project. */
public final class ViolatingClasses {
    private static final String TENSORFLOW = "org.dssl.adapters.tensorflow.bad";

    private static final Map<String, List<Source>> BREAKING = Map.ofEntries(
            breaks("domain", new Source("org.dssl.domain.bad", "org.slf4j.Logger")),
            breaks("ports", new Source("org.dssl.ports.bad", "org.slf4j.Logger")),
            breaks("plugins", new Source("org.dssl.plugins.bad", "org.slf4j.Logger")),
            breaks("tensorflow", new Source("org.dssl.app.bad", "org.tensorflow.Graph")),
            breaks("native-sessions", new Source(TENSORFLOW, "Object", "new org.tensorflow.Graph()")),
            breaks("native-tensors", new Source(TENSORFLOW, "Object", "org.tensorflow.types.TFloat32.scalarOf(1f)")),
            breaks("native-runs", new Source(TENSORFLOW, "Object", "((org.tensorflow.Session) null).runner().run()")),
            breaks("no-foreign-code", new Source("org.dssl.adapters.io.bad", "java.io.ObjectInputStream")),
            breaks("no-network", new Source("org.dssl.app.bad", "java.net.Socket")),
            breaks(
                    "apart",
                    new Source("org.dssl.adapters.io.bad", "org.dssl.adapters.tensorflow.bad.Bad"),
                    new Source("org.dssl.adapters.tensorflow.bad", "java.util.List")),
            breaks("inwards", new Source("org.dssl.adapters.io.bad", "org.dssl.app.config.RunConfig")),
            breaks(
                    "wiring",
                    new Source("org.dssl.app.bad", "org.dssl.adapters.io.bad.Bad"),
                    new Source("org.dssl.adapters.io.bad", "java.util.List")),
            breaks(
                    "cli",
                    new Source("org.dssl.app.bad", "org.dssl.cli.bad.Bad"),
                    new Source("org.dssl.cli.bad", "java.util.List")));

    private static Map.Entry<String, List<Source>> breaks(String rule, Source... sources) {
        return Map.entry(rule, List.of(sources));
    }

    /** A class {@code Bad} in a package, with a field of the type, or with the value, that it must not know. */
    private record Source(String inPackage, String uses, String value) {
        Source(String inPackage, String uses) {
            this(inPackage, uses, "null");
        }

        Path write(Path root) throws IOException {
            Path file = root.resolve(inPackage.replace('.', '/')).resolve("Bad.java");
            Files.createDirectories(file.getParent());
            return Files.writeString(
                    file, "package " + inPackage + "; public class Bad { public " + uses + " field = " + value + "; }");
        }
    }

    private ViolatingClasses() {}

    public static JavaClasses breaking(String rule) {
        try {
            Path root = Files.createTempDirectory("dssl-rule-");
            String[] files = new String[BREAKING.get(rule).size()];
            for (int i = 0; i < files.length; i++) {
                files[i] = BREAKING.get(rule).get(i).write(root).toString();
            }
            int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, files);
            if (result != 0) {
                throw new IllegalStateException("the violating class of rule '" + rule + "' does not compile");
            }
            return new ClassFileImporter().importPath(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
