package org.dssl.app.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dssl.app.training.RunContext;
import org.dssl.ports.out.DatasetSource;
import org.dssl.ports.out.GraphStore;
import org.dssl.ports.out.StoredGraphs;

/** The graph stores of a run, as {@code compute.graph-store} wants them, and what is said of them. */
final class Stores {
    static final String NONE = "none";
    static final String AUTO = "auto";

    private final GraphStore store;
    private final RunContext context;
    private final List<String> said = new ArrayList<>();

    Stores(GraphStore store, RunContext context) {
        this.store = store;
        this.context = context;
    }

    /** @param limit 0 for all; of a part of the data no store is kept unless a folder is named for it */
    Optional<StoredGraphs> open(DatasetSource.Request data, int limit) {
        String wanted = context.config().compute().graphStore();
        if (wanted.equals(NONE) || wanted.equals(AUTO) && limit > 0) {
            return Optional.empty();
        }
        Path folder = wanted.equals(AUTO) ? null : Path.of(wanted);
        Optional<StoredGraphs> opened = store.open(
                new GraphStore.Wanted(data, context.config().graph().options(), folder), new GraphStore.Listener() {
                    @Override
                    public void notice(String message) {
                        context.listener().warning(message);
                    }

                    @Override
                    public void read(int structures) {
                        context.cancellation().check();
                    }
                });
        opened.ifPresent(graphs -> said.add((graphs.made() ? "stored in " : "from the store ") + graphs.file()));
        return opened;
    }

    /** To follow what is said of the graphs. */
    String outcome() {
        return said.stream().map(text -> ", " + text).reduce("", String::concat);
    }
}
