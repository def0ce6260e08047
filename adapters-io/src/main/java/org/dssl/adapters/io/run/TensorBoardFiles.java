package org.dssl.adapters.io.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dssl.adapters.io.tensorboard.EventRecords;
import org.dssl.ports.run.JournalEntry;

/**
 * The journal once more as event files of TensorBoard, which draws a curve for each folder and metric: {@code
 * pretrain/}, {@code finetune/<variant>/<part>/}. Made from the journal when a run is opened, so that what a killed process
 * left torn or behind the journal does not matter; appended to with each flush.
 */
final class TensorBoardFiles {
    /** TensorBoard goes by the middle of the name; the end tells time and machine otherwise. */
    private static final String FILE = "events.out.tfevents.0000000000.dssl";

    private final Path folder;
    /** Not yet written, by file. */
    private final Map<Path, ByteArrayOutputStream> waiting = new TreeMap<>();

    private TensorBoardFiles(Path folder) {
        this.folder = folder;
    }

    static TensorBoardFiles of(Path folder, List<JournalEntry> journal) {
        TensorBoardFiles files = new TensorBoardFiles(folder);
        files.replace(journal);
        return files;
    }

    void record(JournalEntry entry) {
        waiting.computeIfAbsent(file(entry), file -> new ByteArrayOutputStream())
                .writeBytes(EventRecords.scalar(entry.step(), entry.metric(), entry.value()));
    }

    void flush() {
        waiting.forEach(TensorBoardFiles::append);
        waiting.clear();
    }

    /** Forgets what there was. */
    void replace(List<JournalEntry> journal) {
        waiting.clear();
        journal.forEach(this::record);
        for (Path old : eventFiles()) {
            if (!waiting.containsKey(old)) {
                delete(old);
            }
        }
        waiting.forEach((file, records) -> AtomicFiles.write(file, out -> {
            out.write(EventRecords.version());
            records.writeTo(out);
        }));
        waiting.clear();
    }

    private Path file(JournalEntry entry) {
        Path place = folder.resolve(name(entry.stage()));
        place = entry.variant().isEmpty() ? place : place.resolve(name(entry.variant()));
        place = entry.fold() < 0 ? place : place.resolve("fold-" + entry.fold());
        place = entry.repeat() < 0 ? place : place.resolve("repeat-" + entry.repeat());
        return place.resolve(FILE);
    }

    private static String name(String text) {
        return text.replaceAll("[^\\w.-]|^\\.+", "_");
    }

    private static void append(Path file, ByteArrayOutputStream records) {
        try {
            if (!Files.exists(file)) {
                AtomicFiles.write(file, out -> out.write(EventRecords.version()));
            }
            Files.write(file, records.toByteArray(), StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private List<Path> eventFiles() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith(FILE)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be deleted: " + e.getMessage(), e);
        }
    }
}
