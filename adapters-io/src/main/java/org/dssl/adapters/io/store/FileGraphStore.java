package org.dssl.adapters.io.store;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.dssl.ports.out.DatasetSource;
import org.dssl.ports.out.GraphStore;
import org.dssl.ports.out.StoredGraphs;

/**
 * Graphs in one file per data set and options, named after both. A file is written beside its place by one process at a
 * time and moved there when it is whole; who reads needs no lock.
 */
public final class FileGraphStore implements GraphStore {
    /** Data sets of less, in bytes, are read again in a moment. */
    static final long LARGE = 2 << 20;
    /** One mapping cannot hold 2 GiB. */
    private static final long SEGMENT = 1L << 30;

    private final DatasetSource datasets;
    private final Path cache;
    private final long segment;

    /** @param environment values of variables, null where one is not set */
    public FileGraphStore(DatasetSource datasets, Function<String, String> environment) {
        this(datasets, CacheFolder.graphs(environment, System::getProperty), SEGMENT);
    }

    FileGraphStore(DatasetSource datasets, Path cache, long segment) {
        this.datasets = datasets;
        this.cache = cache;
        this.segment = segment;
    }

    @Override
    public Optional<StoredGraphs> open(Wanted wanted, Listener listener) {
        StoreName name = StoreName.of(wanted, wanted.folder() == null ? cache : wanted.folder());
        try {
            InputFiles inputs = InputFiles.of(wanted.data()).orElse(null);
            if (inputs == null) {
                return Optional.empty(); // reading says what is missing
            }
            if (wanted.folder() == null && inputs.bytes() < LARGE) {
                return Optional.empty();
            }
            StoreKey key = new StoreKey(inputs.hash(), name.options(), CodeVersion.hash());
            Optional<StoredGraphs> found = found(name.file(), key, wanted, listener::notice);
            return found.isPresent() ? found : Optional.of(made(name, key, wanted, listener));
        } catch (IOException e) {
            listener.notice("no graph store: " + name.file() + " cannot be made (" + reason(e)
                    + "). Graphs are kept in memory; compute.graph-store names another folder, or none");
            return Optional.empty();
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
    }

    private static Optional<StoredGraphs> found(Path file, StoreKey key, Wanted wanted, Consumer<String> notice) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(StoreFile.open(file, key, wanted.options(), false));
        } catch (UnusableStoreException e) {
            notice.accept("graph store " + file + " " + e.getMessage() + ". It is made anew");
        } catch (IOException e) {
            notice.accept("graph store " + file + " cannot be read (" + reason(e) + "). It is made anew");
        }
        return Optional.empty();
    }

    private StoredGraphs made(StoreName name, StoreKey key, Wanted wanted, Listener listener) throws IOException {
        Files.createDirectories(name.file().getParent());
        StoreLock lock = StoreLock.acquire(name.lock(), first -> {
            if (first) {
                listener.notice("another process makes the graph store " + name.file() + "; waiting for it");
            }
            listener.read(0);
        });
        try {
            Optional<StoredGraphs> meanwhile = found(name.file(), key, wanted, ignored -> {});
            return meanwhile.isPresent() ? meanwhile.get() : write(name, key, wanted, listener);
        } finally {
            lock.close();
        }
    }

    /** Called by the holder of the lock alone. */
    private StoredGraphs write(StoreName name, StoreKey key, Wanted wanted, Listener listener) throws IOException {
        Files.deleteIfExists(name.unfinished()); // of a writer that was killed
        try {
            StoreBuilder.build(
                    name.unfinished(), key, segment, wanted.options(), datasets, wanted.data(), listener::read);
            StoreKey after = new StoreKey(hash(wanted.data()), key.options(), key.code());
            if (!after.same(key)) {
                throw new IOException(wanted.data().source() + " changed while it was read");
            }
            move(name.unfinished(), name.file());
            return StoreFile.open(name.file(), key, wanted.options(), true);
        } catch (UnusableStoreException e) {
            throw new IOException("what was written " + e.getMessage() + "; is the disk sound?", e);
        } finally {
            Files.deleteIfExists(name.unfinished());
        }
    }

    private static byte[] hash(DatasetSource.Request request) throws IOException {
        Optional<InputFiles> inputs = InputFiles.of(request);
        return inputs.isPresent() ? inputs.get().hash() : new byte[StoreKey.HASH];
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
