package org.dssl.adapters.io.report;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless browser for tests, from the path or the environment variable CHROME_BIN. */
record Chromium(Path binary) {
    private static final int SECONDS = 90;

    static Optional<Chromium> find() {
        String given = System.getenv().getOrDefault("CHROME_BIN", "");
        Stream<Path> onPath = Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)));
        return Stream.concat(given.isEmpty() ? Stream.empty() : Stream.of(Path.of(given)), onPath)
                .filter(Files::isExecutable)
                .findFirst()
                .map(Chromium::new);
    }

    /** The page's DOM after its scripts have run. */
    String dump(Path page, boolean dark, Path work) throws IOException, InterruptedException {
        Path out = work.resolve("dom.html");
        Path log = work.resolve("chromium.log");
        List<String> command = new ArrayList<>(List.of(
                binary.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + Files.createTempDirectory(work, "profile"),
                "--blink-settings=preferredColorScheme=" + (dark ? 0 : 1),
                "--window-size=5600,800",
                "--virtual-time-budget=10000",
                "--dump-dom",
                page.toUri().toString()));
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(log.toFile())
                .start();
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("Chromium did not end within " + SECONDS + " s: " + Files.readString(log));
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        return Files.readString(out);
    }
}
