package org.dssl.adapters.io.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.Lattice;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.domain.prototype.PrototypeCrystals;
import org.dssl.domain.random.RandomStream;
import org.dssl.ports.out.DatasetSource;
import org.dssl.ports.out.GraphStore;
import org.dssl.ports.out.StoredGraphs;
import org.dssl.ports.out.StructureProblem;

/** A data set of given crystals, which pretends to be read from a file, and its store in a folder beside. */
final class StoreCase implements DatasetSource {
    /** Small, so that a few crystals fill several. */
    static final long SEGMENT = 1 << 14;

    final Path input;
    final Path folder;
    final List<String> notices = new ArrayList<>();
    final AtomicInteger readings = new AtomicInteger();
    private final List<Crystal> crystals;
    private Runnable whileReading = () -> {};

    StoreCase(Path folder, List<Crystal> crystals) {
        this.folder = folder.resolve("graphs");
        this.crystals = crystals;
        input = folder.resolve("set.jsonl");
        content("some bytes");
    }

    void content(String text) {
        try {
            Files.writeString(input, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param action as soon as the data are read */
    void whileReading(Runnable action) {
        whileReading = action;
    }

    Request request() {
        return new Request(input.toString(), null, null, "pretrain.data");
    }

    @Override
    public String load(Request request, BiConsumer<Crystal, String> sink, Consumer<StructureProblem> problems) {
        readings.incrementAndGet();
        whileReading.run();
        for (int i = 0; i < crystals.size(); i++) {
            sink.accept(crystals.get(i), "set.jsonl:" + (i + 1));
        }
        problems.accept(new StructureProblem("odd", "set.jsonl:0", "it is odd"));
        return "hash of the crystals";
    }

    @Override
    public List<String> attributions(List<String> sources) {
        return List.of();
    }

    StoredGraphs open(GraphOptions options) {
        return tryOpen(options).orElseThrow(() -> new AssertionError(notices.toString()));
    }

    Optional<StoredGraphs> tryOpen(GraphOptions options) {
        return store().open(wanted(options), notices::add);
    }

    FileGraphStore store() {
        return new FileGraphStore(this, folder, SEGMENT);
    }

    GraphStore.Wanted wanted(GraphOptions options) {
        return new GraphStore.Wanted(request(), options, folder);
    }

    /**
     * Symmetric crystals, crystals without any symmetry in skew cells, atoms far outside the cell, labels, vectors, and an
     * atom so lonely that it has no graph.
     */
    static List<Crystal> crystals() {
        RandomStream random = RandomStream.of(3);
        List<Crystal> crystals = new ArrayList<>(PrototypeCrystals.stream(random.split("types"), 60)
                .map(c -> c.withLabels(Map.of("energy", "-1.5", "größe", "α")))
                .toList());
        for (int i = 0; i < 40; i++) {
            crystals.add(skew(random.split(i), i));
        }
        crystals.add(new Crystal(
                "lonely", Lattice.ofRows(90, 0, 0, 0, 90, 0, 0, 0, 90), new int[] {2}, new double[3], Map.of()));
        return crystals;
    }

    private static Crystal skew(RandomStream random, int number) {
        int atoms = 1 + number % 7;
        double[] fractional = new double[3 * atoms];
        int[] elements = new int[atoms];
        double[] forces = new double[3 * atoms];
        for (int i = 0; i < fractional.length; i++) {
            fractional[i] = 6 * random.nextDouble() - 3;
            forces[i] = i == 0 ? Double.NaN : random.nextDouble() - 0.5;
            elements[i / 3] = 1 + random.nextInt(100);
        }
        Lattice lattice = Lattice.ofRows(
                4 + random.nextDouble(),
                0.1,
                -0.2,
                3.1,
                5 + random.nextDouble(),
                0.3,
                -7,
                4.4,
                6 + random.nextDouble());
        return new Crystal("skew-" + number, lattice, elements, fractional, Map.of())
                .withVectors(Map.of("forces", forces));
    }
}
