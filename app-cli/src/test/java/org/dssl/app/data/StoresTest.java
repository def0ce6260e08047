package org.dssl.app.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.dssl.adapters.io.yaml.YamlConfigReader;
import org.dssl.app.config.RunConfig;
import org.dssl.app.config.RunConfigReader;
import org.dssl.app.plugins.PretextTasks;
import org.dssl.app.training.Cancellation;
import org.dssl.app.training.RunContext;
import org.dssl.ports.out.DatasetSource;
import org.dssl.ports.out.GraphStore;
import org.dssl.ports.out.ProgressListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run asks of the store, as {@code compute.graph-store} and {@code limit} want it. */
class StoresTest {
    private static final DatasetSource.Request DATA = new DatasetSource.Request("crystals.jsonl", null, null, "here");

    @TempDir
    Path folder;

    private final List<GraphStore.Wanted> asked = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Cancellation cancellation = new Cancellation();

    private Stores stores(String setting, GraphStore store) throws IOException {
        Path yaml = Files.writeString(folder.resolve("my.yaml"), "pretrain:\n" + setting);
        PretextTasks tasks = PretextTasks.discovered(StoresTest.class.getClassLoader());
        RunConfig config = new RunConfigReader(new YamlConfigReader(name -> null), tasks).read(yaml, List.of());
        ProgressListener listener = new ProgressListener() {
            @Override
            public void warning(String message) {
                warnings.add(message);
            }
        };
        return new Stores(store, new RunContext(config, null, null, listener, cancellation, Clock.systemUTC()));
    }

    private Stores stores(String setting) throws IOException {
        return stores(setting, (wanted, listener) -> {
            asked.add(wanted);
            listener.notice("no luck");
            return Optional.empty();
        });
    }

    @Test
    void byDefaultTheUsersCacheIsAskedForWholeDataSets() throws IOException {
        Stores stores = stores("");
        stores.open(DATA, 10);
        assertEquals(List.of(), asked, "a part is not stored");
        stores.open(DATA, 0);
        assertEquals(1, asked.size());
        assertEquals(null, asked.get(0).folder());
        assertEquals(DATA, asked.get(0).data());
        assertEquals(List.of("no luck"), warnings);
        assertEquals("", stores.outcome());
    }

    @ParameterizedTest
    @CsvSource({"0", "10"})
    void aFolderIsAskedAlways(int limit) throws IOException {
        stores("compute: { graph-store: some/graphs }").open(DATA, limit);
        assertEquals(Path.of("some/graphs"), asked.get(0).folder());
    }

    @Test
    void noneAsksNobody() throws IOException {
        stores("compute: { graph-store: none }").open(DATA, 0);
        assertEquals(List.of(), asked);
    }

    @Test
    void makingAStoreCanBeStopped() throws IOException {
        Stores stores = stores("", (wanted, listener) -> {
            listener.read(1000);
            cancellation.request();
            listener.read(2000);
            return Optional.empty();
        });
        assertThrows(CancellationException.class, () -> stores.open(DATA, 0));
    }
}
