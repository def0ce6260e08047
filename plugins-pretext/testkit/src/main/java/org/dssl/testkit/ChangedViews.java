package org.dssl.testkit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.dssl.domain.augment.View;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.TestCrystals;
import org.dssl.domain.graph.Angles;
import org.dssl.domain.graph.CrystalGraph;
import org.dssl.domain.random.RandomStream;

/** The same view of a crystal whose atoms are listed in another order, or that is turned: masks and displacements follow. */
final class ChangedViews {
    private ChangedViews() {}

    /** All views of one crystal, changed alike. */
    static List<View> permuted(List<View> views, RandomStream random) {
        int[] order = random.permutation(views.get(0).original().atoms());
        return views.stream().map(view -> permuted(view, order)).toList();
    }

    private static View permuted(View view, int[] order) {
        boolean[] masked = new boolean[order.length];
        for (int i = 0; i < order.length; i++) {
            masked[i] = view.masked()[order[i]];
        }
        return new View(
                TestCrystals.permuted(view.original(), order),
                TestCrystals.permuted(view.crystal(), order),
                permuted(view.graph(), order),
                masked,
                TestCrystals.permutedVectors(view.displacement(), order));
    }

    private static CrystalGraph permuted(CrystalGraph graph, int[] order) {
        int[] now = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            now[order[i]] = i;
        }
        int[] edges = IntStream.range(0, graph.edges())
                .boxed()
                .sorted(Comparator.comparingInt(e -> now[graph.source()[e]]))
                .mapToInt(Integer::intValue)
                .toArray();
        return edges(
                graph,
                edges,
                Arrays.stream(edges).map(e -> now[graph.source()[e]]).toArray(),
                Arrays.stream(edges).map(e -> now[graph.target()[e]]).toArray(),
                TestCrystals.permutedVectors(graph.displacement(), edges));
    }

    private static CrystalGraph edges(
            CrystalGraph graph, int[] edges, int[] source, int[] target, double[] displacement) {
        int[] image = new int[3 * edges.length];
        for (int i = 0; i < edges.length; i++) {
            System.arraycopy(graph.image(), 3 * edges[i], image, 3 * i, 3);
        }
        return new CrystalGraph(
                graph.atoms(),
                source,
                target,
                image,
                Arrays.stream(edges).mapToDouble(e -> graph.distance()[e]).toArray(),
                displacement,
                graph.atomMultiplicity(),
                graph.edgeMultiplicity(),
                graph.representative(),
                graph.representativeEdge(),
                Angles.NONE);
    }

    static List<View> turned(List<View> views, long seed) {
        return views.stream().map(view -> turned(view, seed)).toList();
    }

    private static View turned(View view, long seed) {
        // Vectors of atoms and edges turn as vectors of the crystal do.
        Crystal original = TestCrystals.rotated(view.original(), RandomStream.of(seed));
        Crystal crystal = TestCrystals.rotated(view.crystal(), RandomStream.of(seed));
        CrystalGraph graph = view.graph();
        int[] same = IntStream.range(0, graph.edges()).toArray();
        double[] edgeVectors = TestCrystals.rotatedVectors(graph.displacement(), RandomStream.of(seed));
        return new View(
                original,
                crystal,
                edges(graph, same, graph.source(), graph.target(), edgeVectors),
                view.masked(),
                TestCrystals.rotatedVectors(view.displacement(), RandomStream.of(seed)));
    }
}
