package org.dssl.adapters.tensorflow;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.bytedeco.javacpp.Loader;
import org.dssl.ports.out.Finding;

/** Whether the native library is there, loads and computes: tried in another process. */
final class LoadCheck {
    private static final String SUBJECT = "TensorFlow";
    /** Unpacking 650 MB onto a slow disk takes its time. */
    private static final int SECONDS = 300;

    private LoadCheck() {}

    /** @param gpu whether TensorFlow computed on a GPU; empty if the build has no natives for one, or nothing loads */
    record Loaded(Finding finding, Optional<Boolean> gpu) {}

    /** @param properties of this process, which say where the library is unpacked */
    static Loaded look(Properties properties) {
        if (NativeLibrary.resource() == null) {
            return new Loaded(
                    Finding.problem(
                            SUBJECT,
                            "no native library for this system (" + Loader.getPlatform() + ") is on the class path",
                            "Build on linux-x86_64, linux-arm64, macosx-arm64 or windows-x86_64, or use compute: {"
                                    + " backend: reference }."),
                    Optional.empty());
        }
        return read(Command.run(command(properties), Map.of("TF_CPP_MIN_LOG_LEVEL", "2"), SECONDS));
    }

    static Loaded read(Command.Ended ended) {
        Optional<String> version = line(ended.text(), LoadProbe.VERSION);
        if (ended.well() && version.isPresent()) {
            return new Loaded(
                    Finding.ok(SUBJECT, version.get() + " loads and computes, " + Loader.getPlatform()),
                    line(ended.text(), LoadProbe.GPU).map(Boolean::parseBoolean));
        }
        Finding finding = line(ended.text(), LoadProbe.FAILURE)
                .map(
                        reason -> Finding.problem(
                                SUBJECT,
                                "the native library cannot be loaded: " + reason,
                                "See the line cache. If that is in order, remove the library's folder there: it is unpacked anew."))
                .orElseGet(() -> ended(ended));
        return new Loaded(finding, Optional.empty());
    }

    private static Finding ended(Command.Ended ended) {
        return switch (ended.code()) {
            case Command.NOT_STARTED ->
                Finding.warning(
                        SUBJECT,
                        "was not tried: a second Java did not start: " + ended.text(),
                        "dssl run says whether it loads.");
            case Command.TOOK_TOO_LONG ->
                Finding.problem(
                        SUBJECT,
                        "did not load within " + SECONDS + " s",
                        "If the folder of the line cache is on a network drive, move it: -Dorg.bytedeco.javacpp.cachedir=DIR"
                                + " in DSSL_JAVA_OPTIONS.");
            default ->
                Finding.problem(
                        SUBJECT,
                        "the process that loaded it ended with exit code " + ended.code() + meaning(ended.code()),
                        "If the line processor is in order, the library is damaged: remove its folder in the line cache; it"
                                + " is unpacked anew.");
        };
    }

    /** Shells' way to tell a signal: 128 and its number. */
    private static String meaning(int code) {
        return switch (code) {
            case 132 -> ", an instruction that this processor lacks";
            case 134 -> ", a crash";
            case 135 -> ", a file shorter than it should be";
            case 137 -> ", killed, perhaps for its memory";
            case 139 -> ", a wrong memory access";
            default -> "";
        };
    }

    private static List<String> command(Properties properties) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(properties.getProperty("java.home"), "bin", "java").toString());
        // The crash's own report belongs neither into the working directory nor beside it.
        command.addAll(List.of("-XX:-CreateCoredumpOnCrash", "-Xmx256m"));
        command.add("-XX:ErrorFile=" + Path.of(properties.getProperty("java.io.tmpdir"), "dssl-doctor-%p.log"));
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith("org.bytedeco.") || name.equals("user.home") || name.equals("java.io.tmpdir")) {
                command.add("-D" + name + "=" + properties.getProperty(name));
            }
        }
        command.addAll(List.of("-cp", absolute(properties.getProperty("java.class.path")), LoadProbe.class.getName()));
        return command;
    }

    private static String absolute(String classPath) {
        List<String> files = new ArrayList<>();
        for (String file : classPath.split(File.pathSeparator)) {
            files.add(Path.of(file).toAbsolutePath().toString());
        }
        return String.join(File.pathSeparator, files);
    }

    private static Optional<String> line(String text, String name) {
        return text.lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).strip())
                .findFirst();
    }
}
