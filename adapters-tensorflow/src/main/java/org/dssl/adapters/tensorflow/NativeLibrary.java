package org.dssl.adapters.tensorflow;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.dssl.domain.problem.InvalidInputException;

/**
 * TensorFlow's native library, which travels inside a JAR and is unpacked to the user's cache (some 650 MB) when it is
 * loaded for the first time. {@code -Dorg.bytedeco.javacpp.cachedir=DIR} chooses another place.
 */
public final class NativeLibrary {
    private static final String PLACE = "org/tensorflow/internal/c_api/";

    private NativeLibrary() {}

    /** Where the library will be unpacked to by the first session; empty if it is there already. Loads nothing. */
    public static Optional<Path> willUnpack() {
        try {
            URL library = resource();
            if (library == null || !library.getProtocol().equals("jar")) {
                return Optional.empty();
            }
            Path cache = Loader.getCacheDir().toPath();
            return Files.exists(unpacked(cache, library)) ? Optional.empty() : Optional.of(cache);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static boolean hasGpu() {
        return find("-gpu") != null;
    }

    /** Loads the library: about a second, more when it must be unpacked. */
    static void load() {
        // JavaCPP would compare the process's memory, which TensorFlow fills, with a limit made from the Java heap's.
        if (System.getProperty("org.bytedeco.javacpp.maxPhysicalBytes") == null) {
            System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
        }
        if (resource() == null) {
            throw new InvalidInputException(
                    "compute.backend",
                    "TensorFlow has no native library for this system ("
                            + Loader.getPlatform()
                            + ") on the class path. Known: linux-x86_64, linux-arm64, macosx-arm64,"
                            + " windows-x86_64. Build on such a system, or use backend: reference.");
        }
        try {
            org.tensorflow.TensorFlow.version();
        } catch (LinkageError | RuntimeException e) {
            InvalidInputException problem = new InvalidInputException(
                    "compute.backend",
                    "TensorFlow's native library cannot be loaded: "
                            + reason(e) + ". It is unpacked to " + cacheName()
                            + ", which needs 700 MB of space; choose"
                            + " another folder with -Dorg.bytedeco.javacpp.cachedir=DIR. dssl doctor looks closer.");
            problem.initCause(e);
            throw problem;
        }
    }

    /** The innermost message: JavaCPP's own says no more than that it looked everywhere. */
    static String reason(Throwable e) {
        Throwable inner = e;
        while (inner.getCause() != null) {
            inner = inner.getCause();
        }
        return inner.getMessage() == null ? inner.toString() : inner.getMessage();
    }

    private static String cacheName() {
        return cache().map(Path::toString).orElse("the user's cache");
    }

    /** Where JavaCPP unpacks to; empty if none of its places can be made. */
    static Optional<Path> cache() {
        try {
            return Optional.of(Loader.getCacheDir().toPath());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The part of the library that JavaCPP makes, on the class path; null if there is none for this system. */
    static URL resource() {
        URL gpu = find("-gpu");
        return gpu != null ? gpu : find("");
    }

    private static URL find(String extension) {
        String name = PLACE + Loader.getPlatform() + extension + "/" + System.mapLibraryName("jnitensorflow");
        return NativeLibrary.class.getClassLoader().getResource(name);
    }

    /** JavaCPP's layout: the JAR's file name, then the path inside. */
    static Path unpacked(Path cache, URL library) {
        String location = library.toString();
        int entry = location.indexOf("!/");
        String jar = location.substring(0, entry);
        return cache.resolve(jar.substring(jar.lastIndexOf('/') + 1)).resolve(location.substring(entry + 2));
    }
}
