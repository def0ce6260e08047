package org.dssl.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.graph.CrystalGraph;
import org.dssl.domain.graph.FeatureOptions;
import org.dssl.domain.graph.GraphBuilder;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.domain.graph.GraphPacker;
import org.dssl.domain.graph.Quotient;
import org.dssl.domain.program.Feeds;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One crystal per call, in turn, from the folder given by {@code -p folder=…}: the mean time of a crystal. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class CrystalBenchmark {
    private static final FeatureOptions FEATURES = FeatureOptions.of(GraphOptions.DEFAULT, false, false);

    /** Of CIF files, one crystal each. */
    @Param("")
    public String folder;

    private List<Path> files;
    private List<Crystal> crystals;
    private List<CrystalGraph> graphs;
    private List<CrystalGraph> quotients;
    private int turn;

    @Setup
    public void read() throws IOException {
        files = Structures.files(Path.of(folder));
        crystals = Structures.read(files);
        graphs = crystals.stream()
                .map(c -> GraphBuilder.build(c, GraphOptions.DEFAULT))
                .toList();
        quotients = IntStream.range(0, graphs.size()).mapToObj(this::collapsed).toList();
    }

    private int next() {
        turn = turn + 1 == crystals.size() ? 0 : turn + 1;
        return turn;
    }

    @Benchmark
    public long parsing() throws IOException {
        return Structures.each(files.subList(turn, turn + 1), Crystal::atoms) + next();
    }

    @Benchmark
    public CrystalGraph allImages() {
        return GraphBuilder.build(crystals.get(next()), GraphOptions.DEFAULT);
    }

    @Benchmark
    public CrystalGraph minimumImage() {
        return GraphBuilder.build(crystals.get(next()), GraphOptions.PAPER);
    }

    @Benchmark
    public CrystalGraph quotient() {
        return collapsed(next());
    }

    private CrystalGraph collapsed(int i) {
        int[] colours = crystals.get(i).atomicNumbers();
        return Quotient.of(graphs.get(i), colours, GraphOptions.DEFAULT.tolerance());
    }

    @Benchmark
    public Feeds packing() {
        int i = next();
        Feeds feeds = new Feeds();
        new GraphPacker(FEATURES).pack(List.of(new GraphPacker.Item(crystals.get(i), quotients.get(i), null)), "", feeds);
        return feeds;
    }
}
