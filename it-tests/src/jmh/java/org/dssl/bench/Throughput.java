package org.dssl.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.graph.CrystalGraph;
import org.dssl.domain.graph.GraphBuilder;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.domain.graph.Quotient;

/**
 * Crystals per second of one thread, after a warm-up: reading, graphs of both modes, quotient, each alone and reading
 * with graph in one pass.
 *
 * <p>Arguments: a folder of structure files or one data file; then, if wanted, seconds to warm up (10) and rounds (15).
 */
public final class Throughput {
    private static final GraphOptions PAPER = GraphOptions.PAPER;
    private static final GraphOptions ALL = GraphOptions.DEFAULT;

    private Throughput() {}

    public static void main(String[] args) throws IOException {
        List<Path> files = Structures.files(Path.of(args[0]));
        double warmUp = args.length > 1 ? Double.parseDouble(args[1]) : 10;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 15;
        List<Crystal> crystals = Structures.read(files);
        List<CrystalGraph> graphs =
                crystals.stream().map(c -> GraphBuilder.build(c, ALL)).toList();
        int atoms = crystals.stream().mapToInt(Crystal::atoms).sum();
        System.out.printf(
                Locale.ROOT, "%d crystals, %.2f atoms a crystal%n", crystals.size(), (double) atoms / crystals.size());
        System.out.println("| one thread | crystals/s by CPU time | by wall time, median | by wall time, best round |");
        System.out.println("| --- | ---: | ---: | ---: |");
        Timing timing = new Timing(crystals.size(), warmUp, rounds);
        timing.row("read", () -> Structures.each(files, Crystal::atoms));
        timing.row("graph, all images", () -> sum(crystals, c -> edges(c, ALL)));
        timing.row("graph, minimum image", () -> sum(crystals, c -> edges(c, PAPER)));
        timing.row("quotient of all images", () -> {
            long left = 0;
            for (int i = 0; i < graphs.size(); i++) {
                left += Quotient.of(graphs.get(i), crystals.get(i).atomicNumbers(), ALL.tolerance())
                        .edges();
            }
            return left;
        });
        timing.row("read + graph, all images", () -> Structures.each(files, c -> edges(c, ALL)));
        timing.row("read + graph, minimum image", () -> Structures.each(files, c -> edges(c, PAPER)));
    }

    private static long edges(Crystal crystal, GraphOptions options) {
        return GraphBuilder.build(crystal, options).edges();
    }

    private static long sum(List<Crystal> crystals, ToLongFunction<Crystal> work) {
        long sum = 0;
        for (Crystal crystal : crystals) {
            sum += work.applyAsLong(crystal);
        }
        return sum;
    }
}
