package org.dssl.ports.compatibility;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dssl.ports.spi.PretextTaskProvider;

/** The plugin interface as plugins out there were built against it: {@code spi-baseline.jar}. */
final class SpiBaseline {
    static final String RESOURCE = "/spi-baseline.jar";

    private SpiBaseline() {}

    static byte[] read() throws IOException {
        try (InputStream in = SpiBaseline.class.getResourceAsStream(RESOURCE)) {
            return in.readAllBytes();
        }
    }

    /** The version that a JAR of the interface says it is. */
    static int version(byte[] jar) throws IOException {
        ClassLoader loader = new ClassLoader(null) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
                    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                        if (entry.getName().equals(name.replace('.', '/') + ".class")) {
                            byte[] bytes = zip.readAllBytes();
                            return defineClass(name, bytes, 0, bytes.length);
                        }
                    }
                } catch (IOException e) {
                    throw new ClassNotFoundException(name, e);
                }
                throw new ClassNotFoundException(name);
            }
        };
        try {
            Field version =
                    loader.loadClass(PretextTaskProvider.class.getName()).getField("SPI_VERSION");
            return version.getInt(null);
        } catch (ReflectiveOperationException e) {
            throw new IOException("no interface of plugins", e);
        }
    }

    /**
     * Writes the interface as it is now; scripts/make_spi_baseline.sh calls this.
     *
     * @param arguments the file, and {@code --unreleased} if no plugin was built against the present baseline yet
     */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        byte[] now = SpiClasses.jar();
        boolean unreleased = List.of(arguments).contains("--unreleased");
        if (Files.exists(file) && !unreleased) {
            byte[] before = Files.readAllBytes(file);
            List<String> breaking = SpiChanges.breaking(before, now);
            if (!breaking.isEmpty() && version(before) == version(now)) {
                System.err.println("These changes break plugins that exist:\n  " + String.join("\n  ", breaking)
                        + "\nRaise PretextTaskProvider.SPI_VERSION first, or say --unreleased if there are none.");
                System.exit(2);
            }
        }
        Files.write(file, now);
        System.out.println(file + ": version " + version(now) + ", " + now.length + " bytes");
    }
}
