package org.dssl.adapters.io.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.ports.out.GraphStore;
import org.dssl.ports.out.StoredGraphs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several who want one store: one writes, the others wait and read what it wrote. */
class SharedStoreTest {
    private static final GraphOptions OPTIONS = GraphOptions.DEFAULT;

    @TempDir
    Path folder;

    @Test
    void ofManyAtOnceOneReadsTheData() throws InterruptedException, ExecutionException {
        StoreCase data = new StoreCase(folder, StoreCase.crystals());
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Future<StoredGraphs>> opened = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                opened.add(threads.submit(() -> {
                    start.await();
                    return data.store()
                            .open(data.wanted(OPTIONS), message -> {})
                            .orElseThrow();
                }));
            }
            start.countDown();
            int made = 0;
            for (Future<StoredGraphs> one : opened) {
                made += one.get().made() ? 1 : 0;
                assertEquals(101, one.get().size());
            }
            assertEquals(1, made);
            assertEquals(1, data.readings.get());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whoHasAFileOpenKeepsItWhenAnotherReplacesIt() {
        StoreCase data = new StoreCase(folder, StoreCase.crystals());
        StoredGraphs before = data.open(OPTIONS);
        data.content("other bytes");
        StoredGraphs after = data.open(OPTIONS);
        assertEquals(before.file(), after.file());
        for (int row = 0; row < before.size(); row++) {
            assertEquals(
                    after.entry(row).crystal().id(), before.entry(row).crystal().id());
        }
    }

    /** A lock of the operating system, as another process holds it; waiting ends when the run is stopped. */
    @Test
    void whoeverWaitsSaysSoAndCanBeStopped() throws IOException {
        StoreCase data = new StoreCase(folder, StoreCase.crystals());
        Path lock = StoreName.of(data.wanted(OPTIONS), data.folder).lock();
        Files.createDirectories(data.folder);
        List<String> notices = new ArrayList<>();
        try (FileChannel held = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            held.lock();
            assertThrows(CancellationException.class, () -> data.store()
                    .open(data.wanted(OPTIONS), new GraphStore.Listener() {
                        @Override
                        public void notice(String message) {
                            notices.add(message);
                        }

                        @Override
                        public void read(int structures) {
                            throw new CancellationException();
                        }
                    }));
        }
        assertTrue(notices.get(0).contains("another process makes the graph store"), notices.toString());
        assertTrue(data.open(OPTIONS).made());
    }

    @Test
    void aReaderThatFailsLeavesNothingBehind() throws IOException {
        StoreCase data = new StoreCase(folder, StoreCase.crystals());
        data.whileReading(() -> {
            throw new CancellationException();
        });
        assertThrows(CancellationException.class, () -> data.open(OPTIONS));
        try (Stream<Path> files = Files.list(data.folder)) {
            assertFalse(files.anyMatch(file -> !file.toString().endsWith(".lock")));
        }
    }
}
