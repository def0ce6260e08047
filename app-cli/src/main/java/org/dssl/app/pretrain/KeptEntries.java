package org.dssl.app.pretrain;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.dssl.domain.graph.CrystalGraph;

/**
 * Views of crystals as they are, which every epoch has again; some labels take longer than a training step. As many are
 * kept as fit; those of the rest are made again. Thread-safe.
 */
final class KeptEntries {
    /** Enough for the views of some 100,000 small crystals. */
    private static final long BYTES = 256L << 20;

    private record Place(int row, int view) {}

    private final Map<Place, ViewPacking.Entry> kept = new ConcurrentHashMap<>();
    private final AtomicLong left = new AtomicLong(BYTES);

    ViewPacking.Entry of(int row, int view, Supplier<ViewPacking.Entry> entry) {
        Place place = new Place(row, view);
        ViewPacking.Entry known = kept.get(place);
        if (known != null) {
            return known;
        }
        ViewPacking.Entry made = entry.get();
        long size = size(made);
        if (left.addAndGet(-size) < 0) {
            left.addAndGet(size);
        } else {
            kept.put(place, made);
        }
        return made;
    }

    /** Roughly, in bytes. */
    private static long size(ViewPacking.Entry entry) {
        CrystalGraph graph = entry.item().graph();
        long labels = entry.labels().stream()
                .flatMap(set -> set.labels().values().stream())
                .mapToLong(label -> label.values().length)
                .sum();
        return 600
                + 200L * entry.labels().size()
                + 80L * entry.item().crystal().atoms()
                + 64L * graph.edges()
                + 20L * graph.angles().count()
                + Double.BYTES * labels;
    }
}
