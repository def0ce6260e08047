package org.dssl.adapters.io.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.IntConsumer;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.ports.out.DatasetSource;
import org.dssl.ports.out.StructureProblem;

/** Reads a data set and writes its graphs: while some crystals become graphs, on all cores, the next ones are read. */
final class StoreBuilder {
    private static final int BATCH = 1024;

    private record Read(Crystal crystal, String place) {}

    private final StoreWriter writer;
    private final GraphOptions options;
    private final IntConsumer progress;
    private final List<StructureProblem> problems = new ArrayList<>();
    private List<Read> batch = new ArrayList<>(BATCH);
    private CompletableFuture<List<Row>> pending = CompletableFuture.completedFuture(List.of());
    private int read;

    private StoreBuilder(StoreWriter writer, GraphOptions options, IntConsumer progress) {
        this.writer = writer;
        this.options = options;
        this.progress = progress;
    }

    /**
     * @param progress hears how many crystals were read, may throw to stop
     * @throws org.dssl.domain.problem.InvalidInputException as {@link DatasetSource#load}
     */
    static void build(
            Path file,
            StoreKey key,
            long segment,
            GraphOptions options,
            DatasetSource datasets,
            DatasetSource.Request request,
            IntConsumer progress)
            throws IOException {
        try (StoreWriter writer = new StoreWriter(file, key, segment)) {
            StoreBuilder builder = new StoreBuilder(writer, options, progress);
            String hash = datasets.load(request, builder::add, builder.problems::add);
            builder.hand();
            builder.append();
            writer.finish(hash, builder.problems);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void add(Crystal crystal, String place) {
        batch.add(new Read(crystal, place));
        read++;
        if (batch.size() == BATCH) {
            progress.accept(read);
            hand();
        }
    }

    /** Appends what was handed over before, and hands over what was read since. */
    private void hand() {
        append();
        List<Read> next = batch;
        batch = new ArrayList<>(BATCH);
        pending = CompletableFuture.supplyAsync(() -> next.parallelStream()
                .map(one -> Row.of(one.crystal, one.place, options))
                .toList());
    }

    private void append() {
        try {
            for (Row row : pending.join()) {
                writer.append(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
