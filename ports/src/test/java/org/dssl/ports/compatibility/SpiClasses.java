package org.dssl.ports.compatibility;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dssl.ports.spi.PretextTaskProvider;

/** The classes that a plugin is compiled against: the SPI's packages, and what their public members name of dssl. */
final class SpiClasses {
    private static final List<String> PACKAGES = List.of("org/dssl/ports/spi", "org/dssl/ports/config");
    private static final Pattern OURS = Pattern.compile("org\\.dssl(?:\\.\\w+)+(?:\\$\\w+)*");

    private final Map<String, Class<?>> byName = new TreeMap<>();

    private SpiClasses() {}

    /** A JAR of them as they are now; equal classes give equal bytes. */
    static byte[] jar() {
        SpiClasses classes = new SpiClasses();
        Deque<Class<?>> open = new ArrayDeque<>(seeds());
        while (!open.isEmpty()) {
            Class<?> next = open.pop();
            if (classes.byName.putIfAbsent(next.getName(), next) == null) {
                named(next).forEach(open::push);
            }
        }
        return classes.packed();
    }

    private static List<Class<?>> seeds() {
        try {
            Path root = Path.of(PretextTaskProvider.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            List<Class<?>> seeds = new ArrayList<>();
            for (String name : PACKAGES) {
                try (Stream<Path> files = Files.list(root.resolve(name))) {
                    files.map(file -> root.relativize(file).toString())
                            .filter(file -> file.endsWith(".class") && !file.contains("package-info"))
                            .map(file -> forName(file.substring(0, file.length() - 6)
                                    .replace(root.getFileSystem().getSeparator(), ".")))
                            .filter(SpiClasses::isPublic)
                            .forEach(seeds::add);
                }
            }
            return seeds;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** dssl's types in the signatures of a type's public members, and the public types within it. */
    private static Stream<? extends Class<?>> named(Class<?> type) {
        Stream<String> signatures = Stream.of(
                        Arrays.stream(type.getMethods()).map(SpiClasses::signature),
                        Arrays.stream(type.getConstructors()).map(SpiClasses::signature),
                        Arrays.stream(type.getFields())
                                .map(field -> field.getGenericType().getTypeName()),
                        Arrays.stream(type.getGenericInterfaces()).map(Type::getTypeName),
                        Arrays.stream(type.getClasses()).map(Class::getName))
                .flatMap(names -> names);
        return signatures
                .flatMap(text -> OURS.matcher(text).results().map(MatchResult::group))
                .map(SpiClasses::forName)
                .filter(SpiClasses::isPublic);
    }

    private static String signature(Member member) {
        return Arrays.toString(((Executable) member).getGenericParameterTypes())
                + (member instanceof Method
                        ? ((Method) member).getGenericReturnType().getTypeName()
                        : "");
    }

    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers());
    }

    private static Class<?> forName(String name) {
        try {
            return Class.forName(name, false, SpiClasses.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] packed() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Class<?> type : byName.values()) {
                String path = type.getName().replace('.', '/') + ".class";
                ZipEntry entry = new ZipEntry(path);
                entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
                zip.putNextEntry(entry);
                try (InputStream in = type.getClassLoader().getResourceAsStream(path)) {
                    in.transferTo(zip);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
