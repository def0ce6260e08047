package org.dssl.domain.graph;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Growing edge arrays of one graph. */
final class EdgeBuffer {
    private int edges;
    private int[] source;
    private int[] target;
    private int[] image;
    private double[] distance;
    private double[] displacement;

    EdgeBuffer(int expected) {
        source = new int[expected];
        target = new int[expected];
        image = new int[3 * expected];
        distance = new double[expected];
        displacement = new double[3 * expected];
    }

    void add(int from, NeighbourSearch found, int neighbours) {
        reserve(neighbours);
        for (int i = 0; i < neighbours; i++) {
            source[edges] = from;
            target[edges] = found.target(i);
            distance[edges] = found.distance(i);
            found.image(i, image, 3 * edges);
            found.displacement(i, displacement, 3 * edges);
            edges++;
        }
    }

    void addSelfLoops(int atoms) {
        reserve(atoms);
        for (int atom = 0; atom < atoms; atom++) {
            source[edges] = atom;
            target[edges] = atom;
            edges++;
        }
    }

    private void reserve(int more) {
        if (edges + more > source.length) {
            int larger = Math.max(edges + more, 2 * source.length);
            source = Arrays.copyOf(source, larger);
            target = Arrays.copyOf(target, larger);
            image = Arrays.copyOf(image, 3 * larger);
            distance = Arrays.copyOf(distance, larger);
            displacement = Arrays.copyOf(displacement, 3 * larger);
        }
    }

    /** The graph of {@code atoms} atoms, every multiplicity one. */
    CrystalGraph graph(int atoms) {
        int[] ones = new int[Math.max(atoms, edges)];
        Arrays.fill(ones, 1);
        return new CrystalGraph(
                atoms,
                Arrays.copyOf(source, edges),
                Arrays.copyOf(target, edges),
                Arrays.copyOf(image, 3 * edges),
                Arrays.copyOf(distance, edges),
                Arrays.copyOf(displacement, 3 * edges),
                Arrays.copyOf(ones, atoms),
                Arrays.copyOf(ones, edges),
                IntStream.range(0, atoms).toArray(),
                IntStream.range(0, edges).toArray(),
                Angles.NONE);
    }
}
