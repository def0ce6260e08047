package org.dssl.it;

import java.util.Arrays;
import org.dssl.domain.nn.GraphInputs;
import org.dssl.domain.program.Feeds;

/** A batch of graphs as a file of reference values has it: every edge has a length, and pairs, of its own. */
final class GivenGraph {
    private GivenGraph() {}

    /**
     * Adds {@code GROUPsource}, {@code GROUPtarget}, {@code GROUPcrystal}, {@code GROUPx} and {@code GROUPcomposition} of the
     * file; lengths are zero: their features are given, too.
     *
     * @param group of the file's names, {@code input/} for example
     * @param prefix of the program's inputs
     */
    static Feeds feed(ReferenceArrays file, String group, int crystals, String prefix, Feeds feeds) {
        int[] source = file.get(group + "source").ints();
        int[] target = file.get(group + "target").ints();
        int[] crystal = file.get(group + "crystal").ints();
        ReferenceArrays.Array x = file.get(group + "x");
        int edges = source.length;
        int[] edge = counted(edges, 0);
        int[] pairAtom = Arrays.copyOf(source, 2 * edges);
        System.arraycopy(target, 0, pairAtom, edges, edges);
        int[] pairLength = Arrays.copyOf(edge, 2 * edges);
        System.arraycopy(edge, 0, pairLength, edges, edges);
        double[] composition = composition(file.get(group + "composition").values(), crystal, crystals);
        return feeds.numbers(prefix + "atom.features", x.values(), x.rows(), x.columns())
                .numbers(prefix + "composition", composition, crystals, GraphInputs.COMPOSITION)
                .numbers(prefix + "length", new double[edges], edges, 1)
                .numbers(prefix + "length.scaled", new double[edges], edges, 1)
                .numbers(prefix + "atom.multiplicity", ones(x.rows()), x.rows(), 1)
                .numbers(prefix + "edge.multiplicity", ones(edges), edges, 1)
                .index(prefix + "atom.crystal", crystal, crystals)
                .index(prefix + "edge.source", source, x.rows())
                .index(prefix + "edge.target", target, x.rows())
                .index(prefix + "edge.length", edge, edges)
                .index(prefix + "edge.source.pair", edge, 2 * edges)
                .index(prefix + "edge.target.pair", counted(edges, edges), 2 * edges)
                .index(prefix + "pair.atom", pairAtom, x.rows())
                .index(prefix + "pair.length", pairLength, edges);
    }

    /** The file has a crystal's composition once per atom. */
    private static double[] composition(double[] perAtom, int[] crystal, int crystals) {
        int columns = GraphInputs.COMPOSITION;
        double[] perCrystal = new double[crystals * columns];
        for (int i = 0; i < crystal.length; i++) {
            System.arraycopy(perAtom, i * columns, perCrystal, crystal[i] * columns, columns);
        }
        return perCrystal;
    }

    private static int[] counted(int size, int from) {
        int[] numbers = new int[size];
        Arrays.setAll(numbers, i -> from + i);
        return numbers;
    }

    static double[] ones(int size) {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return ones;
    }
}
