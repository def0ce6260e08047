package org.dssl.app.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.dssl.ports.out.Finding;
import org.dssl.ports.out.SelfCheck;

/** The Java that runs this; an older one could not have started it. */
public final class JavaCheck implements SelfCheck {
    private static final String SUBJECT = "Java";

    private final Properties properties;

    public JavaCheck() {
        this(System.getProperties());
    }

    JavaCheck(Properties properties) {
        this.properties = properties;
    }

    @Override
    public List<Finding> findings() {
        Path home = Path.of(properties.getProperty("java.home"));
        String found = properties.getProperty("java.version") + " of " + properties.getProperty("java.vendor") + ", "
                + properties.getProperty("os.arch") + ", " + home;
        boolean compiler = Files.exists(home.resolve("bin/javac")) || Files.exists(home.resolve("bin/javac.exe"));
        return List.of(
                compiler
                        ? Finding.ok(SUBJECT, found)
                        : Finding.warning(
                                SUBJECT,
                                found + "; it has no compiler",
                                "./dssl cannot build itself with it: install a JDK 17 or newer, or set JAVA_HOME to one."));
    }
}
