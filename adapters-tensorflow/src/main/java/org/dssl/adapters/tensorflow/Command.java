package org.dssl.adapters.tensorflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Another program, run to its end or for so long. */
final class Command {
    static final int NOT_STARTED = -1;
    static final int TOOK_TOO_LONG = -2;

    private Command() {}

    /** @param text of both streams */
    record Ended(int code, String text) {
        boolean well() {
            return code == 0;
        }
    }

    static Ended run(List<String> words, Map<String, String> environment, int seconds) {
        Path output = null;
        try {
            // Into a file: a program that hangs would keep a pipe open.
            output = Files.createTempFile("dssl-", ".txt");
            ProcessBuilder builder =
                    new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            int code = process.waitFor(seconds, TimeUnit.SECONDS) ? process.exitValue() : stop(process);
            return new Ended(code, new String(Files.readAllBytes(output)));
        } catch (IOException e) {
            return new Ended(NOT_STARTED, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Ended(TOOK_TOO_LONG, "interrupted");
        } finally {
            remove(output);
        }
    }

    private static int stop(Process process) {
        process.destroyForcibly();
        return TOOK_TOO_LONG;
    }

    private static void remove(Path output) {
        try {
            if (output != null) {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            // A small file in the folder for temporary files.
        }
    }
}
