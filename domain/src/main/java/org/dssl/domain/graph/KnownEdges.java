package org.dssl.domain.graph;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.ImageVectors;

/**
 * Edges of a full graph that was built before: who receives from whom, through which image. The rest of the graph follows
 * from them and the crystal, to the last bit.
 *
 * @param image three per edge
 */
public record KnownEdges(int[] source, int[] target, int[] image) {

    public static KnownEdges of(CrystalGraph full) {
        return new KnownEdges(full.source(), full.target(), full.image());
    }

    /** The graph with its lengths and vectors, without angles. */
    public CrystalGraph graph(Crystal crystal) {
        ImageVectors vectors = new ImageVectors(crystal);
        double[] distance = new double[source.length];
        double[] displacement = new double[3 * source.length];
        for (int e = 0; e < source.length; e++) {
            vectors.displacement(source[e], target[e], image, displacement, 3 * e);
            double x = displacement[3 * e];
            double y = displacement[3 * e + 1];
            double z = displacement[3 * e + 2];
            distance[e] = Math.sqrt(x * x + y * y + z * z);
        }
        return graph(crystal.atoms(), distance, displacement);
    }

    /** The graph with lengths and vectors that are known too, without angles. */
    public CrystalGraph graph(int atoms, double[] distance, double[] displacement) {
        int[] ones = new int[Math.max(atoms, source.length)];
        Arrays.fill(ones, 1);
        return new CrystalGraph(
                atoms,
                source,
                target,
                image,
                distance,
                displacement,
                Arrays.copyOf(ones, atoms),
                Arrays.copyOf(ones, source.length),
                IntStream.range(0, atoms).toArray(),
                IntStream.range(0, source.length).toArray(),
                Angles.NONE);
    }

    /** A full graph with both directions of every bond gets its angles. */
    public static CrystalGraph withAngles(CrystalGraph full) {
        return LineGraph.with(full);
    }
}
