package org.dssl.adapters.io.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** One writer of a file at a time, over threads and processes. The system ends it with the process, however that ends. */
final class StoreLock implements Closeable {
    private static final int PAUSE_MILLISECONDS = 50;

    private final FileChannel channel;

    private StoreLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * @param waiting called over and over while another holds the lock; the first time with true. May throw to stop
     * @throws IOException if the lock file cannot be made, or the file system has no locks
     */
    static StoreLock acquire(Path file, Consumer<Boolean> waiting) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            for (boolean first = true; !locked(channel); first = false) {
                waiting.accept(first);
                Thread.sleep(PAUSE_MILLISECONDS);
            }
            return new StoreLock(channel);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            channel.close();
            throw new IOException("interrupted while another process makes it", e);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
