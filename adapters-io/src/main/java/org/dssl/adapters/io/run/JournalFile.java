package org.dssl.adapters.io.run;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.ports.run.JournalEntry;

/**
 * {@code journal.csv}, appended to as a run goes on. A line counts once its line feed is there: what a killed process
 * left of a last line is not read, and cut off before more is appended.
 */
final class JournalFile implements Closeable {
    private static final List<String> HEADER =
            List.of("step", "epoch", "stage", "variant", "fold", "repeat", "metric", "value");

    private final Path file;
    private CSVPrinter printer;

    private JournalFile(Path file) {
        this.file = file;
    }

    static JournalFile open(Path file) throws IOException {
        JournalFile journal = new JournalFile(file);
        int whole = Files.exists(file) ? wholeLines(Files.readAllBytes(file)) : 0;
        if (whole == 0) {
            CsvFiles.write(file, HEADER, List.of(), row -> new Object[0]);
        } else {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(whole);
            }
        }
        journal.append();
        return journal;
    }

    static List<JournalEntry> read(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            String text = new String(bytes, 0, wholeLines(bytes), StandardCharsets.UTF_8);
            return CsvFiles.parse(file, text, HEADER, JournalFile::entry);
        } catch (IOException | UncheckedIOException e) {
            throw new InvalidInputException(file.toString(), "cannot be read: " + e.getMessage());
        }
    }

    void record(JournalEntry entry) {
        try {
            printer.printRecord(cells(entry));
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    void flush() {
        try {
            printer.flush();
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    /** Rewrites the file without some entries, and says whether there were any. */
    boolean remove(Predicate<JournalEntry> forgotten) {
        flush();
        List<JournalEntry> all = read(file);
        List<JournalEntry> kept = all.stream().filter(forgotten.negate()).collect(Collectors.toList());
        if (kept.size() == all.size()) {
            return false;
        }
        try {
            printer.close();
            CsvFiles.write(file, HEADER, kept, JournalFile::cells);
            append();
            return true;
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    @Override
    public void close() throws IOException {
        printer.close();
    }

    private void append() throws IOException {
        printer = new CSVPrinter(
                Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.APPEND), CsvFiles.FORMAT);
    }

    private UncheckedIOException cannotWrite(IOException e) {
        return new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
    }

    /** Length up to and with the last line feed. */
    private static int wholeLines(byte[] bytes) {
        int length = bytes.length;
        while (length > 0 && bytes[length - 1] != '\n') {
            length--;
        }
        return length;
    }

    private static Object[] cells(JournalEntry e) {
        return new Object[] {
            e.step(), e.epoch(), e.stage(), e.variant(), orEmpty(e.fold()), orEmpty(e.repeat()), e.metric(), e.value()
        };
    }

    private static JournalEntry entry(CSVRecord cells) {
        return new JournalEntry(
                Long.parseLong(cells.get(0)),
                Integer.parseInt(cells.get(1)),
                cells.get(2),
                cells.get(3),
                orNone(cells.get(4)),
                orNone(cells.get(5)),
                cells.get(6),
                Double.parseDouble(cells.get(7)));
    }

    private static Object orEmpty(int number) {
        return number < 0 ? "" : number;
    }

    private static int orNone(String cell) {
        return cell.isEmpty() ? -1 : Integer.parseInt(cell);
    }
}
