package org.dssl.adapters.io.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.ports.run.RunFolder;
import org.dssl.ports.run.RunFolders;

/** Run folders of the file system. */
public final class FileRunFolders implements RunFolders {
    private static final String ANOTHER = "Use another output.";

    @Override
    public RunFolder open(Path folder, String configYaml, UnaryOperator<String> current, boolean fresh) {
        Path path = folder.toAbsolutePath().normalize();
        if (fresh && Files.exists(path)) {
            requireRun(path, folder);
            moveAside(path, folder);
        }
        return openNew(path, folder, configYaml, current);
    }

    @Override
    public RunFolder read(Path folder) {
        if (!isRun(folder)) {
            throw new InvalidInputException(
                    folder.toString(),
                    "holds no run (no " + FileRunFolder.CONFIG + "). Give the folder that dssl run wrote to.");
        }
        return FileRunFolder.forReading(folder);
    }

    private static RunFolder openNew(Path path, Path shown, String configYaml, UnaryOperator<String> current) {
        make(path, shown);
        requireRun(path, shown);
        requireNoLinks(path, shown);
        RunLock lock = RunLock.acquire(path, shown);
        try {
            if (isRun(path)) {
                requireSame(path, shown, configYaml, current);
            } else {
                AtomicFiles.write(path.resolve(FileRunFolder.CONFIG), configYaml);
            }
            return FileRunFolder.forWriting(shown, lock);
        } catch (IOException e) {
            lock.close();
            throw new InvalidInputException(shown.toString(), "cannot be written: " + e.getMessage() + ". " + ANOTHER);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static void make(Path path, Path shown) {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new InvalidInputException(
                    shown.toString(), "is no folder and cannot be made one: " + e.getMessage() + ". " + ANOTHER);
        }
    }

    /** Nothing but runs is written into or moved aside: an output may be mistyped. */
    private static void requireRun(Path path, Path shown) {
        if (isRun(path)) {
            return;
        }
        if (!Files.isDirectory(path)) {
            throw new InvalidInputException(shown.toString(), "is a file, not a folder. " + ANOTHER);
        }
        try (Stream<Path> files = Files.list(path)) {
            boolean foreign = files.anyMatch(file -> !file.endsWith(RunLock.FILE) && !AtomicFiles.isLeftover(file));
            if (foreign) {
                throw new InvalidInputException(
                        shown.toString(), "holds files, but no run (no " + FileRunFolder.CONFIG + "). " + ANOTHER);
            }
        } catch (IOException e) {
            throw new InvalidInputException(shown.toString(), "cannot be read: " + e.getMessage() + ". " + ANOTHER);
        }
    }

    /** A run that came from elsewhere could lead what is written into it, the journal say, to any other file. */
    private static void requireNoLinks(Path path, Path shown) {
        try (Stream<Path> files = Files.walk(path.toRealPath())) {
            Path root = path.toRealPath();
            files.filter(Files::isSymbolicLink).findFirst().ifPresent(link -> {
                throw new InvalidInputException(
                        shown.toString(),
                        "holds a symbolic link, " + root.relativize(link)
                                + ": a run writes to files of its own only. Put what it points to in its place. "
                                + ANOTHER);
            });
        } catch (IOException | UncheckedIOException e) {
            throw new InvalidInputException(shown.toString(), "cannot be read: " + e.getMessage() + ". " + ANOTHER);
        }
    }

    private static boolean isRun(Path path) {
        return Files.isRegularFile(path.resolve(FileRunFolder.CONFIG));
    }

    /** A run that stopped before it computed anything, over a mistake in its data say, binds nobody. */
    private static void requireSame(Path path, Path shown, String configYaml, UnaryOperator<String> current)
            throws IOException {
        Path config = path.resolve(FileRunFolder.CONFIG);
        if (!FileRunFolder.hasResults(path)) {
            AtomicFiles.write(config, configYaml);
            // Another configuration may have other data; whichever it has is read again.
            FileRunFolder.deleteDataRecords(path);
            return;
        }
        String asWritten = Files.readString(config);
        // Bringing it up to date loses what only plugins know: what is equal as written needs none of it.
        if (new ConfigDifference().first(asWritten, configYaml).isEmpty()) {
            return;
        }
        String found = upToDate(asWritten, current);
        new ConfigDifference().first(found, configYaml).ifPresent(difference -> {
            boolean finished = Files.exists(path.resolve(FileRunFolder.SUMMARY));
            throw new InvalidInputException(
                    shown.toString(),
                    "holds " + (finished ? "a finished" : "an unfinished") + " run of another configuration ("
                            + difference + "). Use --fresh to move it aside, or another output.");
        });
    }

    /** What cannot be read any more is compared as it is, key by key. */
    private static String upToDate(String found, UnaryOperator<String> current) {
        try {
            return current.apply(found);
        } catch (InvalidInputException e) {
            return found;
        }
    }

    private static void moveAside(Path path, Path shown) {
        // Only to see that nobody runs there: some systems move no folder with an open file in it.
        RunLock.acquire(path, shown).close();
        int n = 1;
        while (Files.exists(aside(path, n))) {
            n++;
        }
        try {
            Files.move(path, aside(path, n));
        } catch (IOException e) {
            throw new InvalidInputException(
                    shown.toString(), "cannot be moved aside: " + e.getMessage() + ". " + ANOTHER);
        }
    }

    private static Path aside(Path path, int n) {
        return path.resolveSibling(path.getFileName() + "." + n);
    }
}
