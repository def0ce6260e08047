package org.dssl.adapters.io.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Files of the class path. */
final class Resources {
    private Resources() {}

    /** @param name relative to this package, or absolute with a leading slash */
    static String text(String name) {
        try (InputStream in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    /** The version that a WebJar's own metadata tell. */
    static String webJarVersion(String artifact) {
        String name = "/META-INF/maven/org.webjars.npm/" + artifact + "/pom.properties";
        Properties properties = new Properties();
        try (InputStream in = open(name)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
        return properties.getProperty("version");
    }

    private static InputStream open(String name) {
        InputStream in = Resources.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException(name + " is missing from the class path");
        }
        return in;
    }
}
