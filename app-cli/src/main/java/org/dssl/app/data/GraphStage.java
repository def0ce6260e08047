package org.dssl.app.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.CrystalException;
import org.dssl.domain.graph.CrystalGraphs;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.ports.out.StructureProblem;

/** Builds graphs and quotients of a data set, on all cores; the order stays. */
public final class GraphStage {
    private GraphStage() {}

    /**
     * What came out.
     *
     * @param kept positions of the crystals that became graphs
     */
    public record Result(CrystalSet set, int[] kept, List<StructureProblem> problems) {}

    public static Result build(List<ReadCrystal> crystals, GraphOptions options) {
        Object[] built = IntStream.range(0, crystals.size())
                .parallel()
                .mapToObj(i -> prepare(crystals.get(i), options))
                .toArray();
        List<PreparedCrystal> prepared = new ArrayList<>();
        List<StructureProblem> problems = new ArrayList<>();
        int[] kept = IntStream.range(0, built.length)
                .filter(i -> built[i] instanceof PreparedCrystal)
                .toArray();
        for (int i = 0; i < built.length; i++) {
            if (built[i] instanceof PreparedCrystal crystal) {
                prepared.add(crystal);
            } else {
                problems.add((StructureProblem) built[i]);
            }
        }
        return new Result(new CrystalSet(prepared, range(prepared)), kept, problems);
    }

    private static Object prepare(ReadCrystal read, GraphOptions options) {
        try {
            return read.prepare(options);
        } catch (CrystalException e) {
            return new StructureProblem(read.crystal().id(), read.place(), e.getMessage());
        }
    }

    /** @throws CrystalException if an atom has no neighbour within any sensible radius */
    public static PreparedCrystal prepare(Crystal crystal, GraphOptions options) {
        return PreparedCrystal.of(crystal, CrystalGraphs.of(crystal, options));
    }

    private static double[] range(List<PreparedCrystal> crystals) {
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (PreparedCrystal crystal : crystals) {
            double[] own = crystal.lengths();
            range[0] = Math.min(range[0], own[0]);
            range[1] = Math.max(range[1], own[1]);
        }
        return range;
    }
}
