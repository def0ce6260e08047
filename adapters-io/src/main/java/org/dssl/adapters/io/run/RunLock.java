package org.dssl.adapters.io.run;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.dssl.domain.problem.InvalidInputException;

/** One process per run folder. The operating system ends the lock with the process, however it ends. */
final class RunLock implements Closeable {
    static final String FILE = ".lock";
    /** Far behind the text, since some systems forbid others to read what is locked. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final FileChannel channel;

    private RunLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @param shown the folder as the user wrote it, for messages */
    static RunLock acquire(Path folder, Path shown) {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!lock(channel)) {
                String holder = holder(channel);
                channel.close();
                throw new InvalidInputException(
                        shown.toString(),
                        "is in use by another process" + holder + ". Wait until it ends, or use another output.");
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new RunLock(channel);
        } catch (IOException e) {
            closeQuietly(channel, e);
            throw new InvalidInputException(
                    shown.toString(), "cannot be written and locked: " + e.getMessage() + ". Use another output.");
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(20);
        channel.read(text, 0);
        String pid = StandardCharsets.US_ASCII.decode(text.flip()).toString();
        return pid.matches("[0-9]+") ? " (" + pid + ")" : "";
    }

    private static void closeQuietly(FileChannel channel, IOException because) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                because.addSuppressed(e);
            }
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot release " + FILE, e);
        }
    }
}
