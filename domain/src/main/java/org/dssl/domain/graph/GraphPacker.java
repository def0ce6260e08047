package org.dssl.domain.graph;

import java.util.Arrays;
import java.util.List;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.nn.EdgeVectors;
import org.dssl.domain.nn.GraphInputs;
import org.dssl.domain.program.Feeds;

/**
 * Packs crystals with their graphs into the arrays of one batch ({@link GraphInputs} tells their meaning). No object is
 * made per atom or edge.
 */
public final class GraphPacker {

    /**
     * A crystal to pack.
     *
     * @param graph full or quotient
     * @param masked per atom of the crystal; null masks none
     */
    public record Item(Crystal crystal, CrystalGraph graph, boolean[] masked) {}

    /** Lengths in Å, or cosines, that differ by less differ by rounding. */
    private static final double EQUAL = 1e-9;

    /** What is packed of directions, beside lengths. Directions belong to a full graph: equivalent atoms differ in them. */
    public enum Directions {
        NONE,
        /** The vector of each edge, {@link EdgeVectors}. */
        VECTORS,
        /** Vectors, and each edge and angle on its own, so that lengths and cosines may follow from moved atoms. */
        MOVABLE
    }

    private final FeatureOptions options;
    private final Directions directions;
    private final AtomRows rows;

    public GraphPacker(FeatureOptions options) {
        this(options, Directions.NONE);
    }

    public GraphPacker(FeatureOptions options, Directions directions) {
        this.options = options;
        this.directions = directions;
        this.rows = new AtomRows(options.atoms());
    }

    /** Adds the batch's graphs to the feeds under names that start with {@code prefix}. */
    public void pack(List<Item> items, String prefix, Feeds feeds) {
        Batch batch = new Batch(items);
        for (int g = 0; g < items.size(); g++) {
            batch.add(items.get(g), g);
        }
        batch.feed(prefix, feeds);
    }

    /** The arrays under construction and how far they are filled. */
    private final class Batch {
        private final int crystals;
        private final double[] features;
        private final double[] composition;
        private final double[] atomMultiplicity;
        private final int[] atomCrystal;
        private final double[] edgeMultiplicity;
        private final int[] edgeSource;
        private final int[] edgeTarget;
        private final int[] edgeLength;
        private final int[] sourcePair;
        private final int[] targetPair;
        private final double[] length;
        /** Empty without directions. */
        private final double[] vector;

        private final int[] pairAtom;
        private final int[] pairLength;
        /** Null if the features have no angles. */
        private final AngleArrays angles;

        private final int columns = rows.columns();
        private int atoms;
        private int edges;
        private int lengths;
        private int pairs;

        Batch(List<Item> items) {
            crystals = items.size();
            int allAtoms = 0;
            int allEdges = 0;
            for (Item item : items) {
                allAtoms += item.graph.atoms();
                allEdges += item.graph.edges();
            }
            features = new double[allAtoms * columns];
            composition = new double[crystals * GraphInputs.COMPOSITION];
            atomMultiplicity = new double[allAtoms];
            atomCrystal = new int[allAtoms];
            edgeMultiplicity = new double[allEdges];
            edgeSource = new int[allEdges];
            edgeTarget = new int[allEdges];
            edgeLength = new int[allEdges];
            sourcePair = new int[allEdges];
            targetPair = new int[allEdges];
            length = new double[allEdges];
            vector = new double[directions == Directions.NONE ? 0 : 3 * allEdges];
            pairAtom = new int[2 * allEdges];
            pairLength = new int[2 * allEdges];
            angles = options.angles()
                    ? new AngleArrays(items.stream().map(Item::graph).toList(), directions == Directions.MOVABLE)
                    : null;
        }

        void add(Item item, int crystal) {
            addComposition(item, crystal);
            int[] numbers = addAtoms(item, crystal);
            int[] lengthOfEdge = addLengths(item.graph);
            if (options.atoms().orbitalField()) {
                double[] lengthsOfEdges =
                        Arrays.stream(lengthOfEdge).mapToDouble(l -> length[l]).toArray();
                int first = atoms * columns + options.atoms().beforeOrbitalField();
                OrbitalField.write(item.graph, numbers, lengthsOfEdges, features, first, columns);
            }
            addEdges(item.graph, lengthOfEdge);
            if (directions != Directions.NONE) {
                System.arraycopy(item.graph.displacement(), 0, vector, 3 * edges, 3 * item.graph.edges());
            }
            if (angles != null) {
                angles.add(item.graph.angles(), edges, tolerance(item.graph));
            }
            atoms += item.graph.atoms();
            edges += item.graph.edges();
        }

        private void addComposition(Item item, int crystal) {
            Crystal c = item.crystal;
            int counted = 0;
            for (int i = 0; i < c.atoms(); i++) {
                if (visible(item, i)) {
                    counted++;
                    composition[crystal * GraphInputs.COMPOSITION + c.atomicNumber(i)]++;
                }
            }
            for (int z = 0; z < GraphInputs.COMPOSITION && counted > 0; z++) {
                composition[crystal * GraphInputs.COMPOSITION + z] /= counted;
            }
        }

        private boolean visible(Item item, int atom) {
            return options.trueComposition() || item.masked == null || !item.masked[atom];
        }

        /** Returns the atomic number of each of the graph's atoms, 0 if masked. */
        private int[] addAtoms(Item item, int crystal) {
            int[] degrees = item.graph.degrees();
            int[] numbers = new int[degrees.length];
            for (int v = 0; v < item.graph.atoms(); v++) {
                int atom = item.graph.representative()[v];
                boolean masked = item.masked != null && item.masked[atom];
                numbers[v] = masked ? 0 : item.crystal.atomicNumber(atom);
                rows.write(numbers[v], degrees[v], features, (atoms + v) * columns);
                atomMultiplicity[atoms + v] = item.graph.atomMultiplicity()[v];
                atomCrystal[atoms + v] = crystal;
            }
            return numbers;
        }

        /** Appends the graph's distinct lengths; returns the length of each edge, counted over the batch. */
        private int[] addLengths(CrystalGraph graph) {
            int[] ofEdge = new int[graph.edges()];
            if (directions == Directions.MOVABLE) {
                System.arraycopy(graph.distance(), 0, length, lengths, ofEdge.length);
                Arrays.setAll(ofEdge, e -> lengths + e);
                lengths += ofEdge.length;
                return ofEdge;
            }
            DistanceClasses classes = DistanceClasses.of(graph.distance(), tolerance(graph));
            System.arraycopy(classes.mean(), 0, length, lengths, classes.mean().length);
            for (int e = 0; e < ofEdge.length; e++) {
                ofEdge[e] = lengths + classes.of()[e];
            }
            lengths += classes.mean().length;
            return ofEdge;
        }

        /** A quotient's lengths and cosines are means of classes already: only equal ones are one. */
        private double tolerance(CrystalGraph graph) {
            boolean quotient = Arrays.stream(graph.edgeMultiplicity()).anyMatch(m -> m > 1)
                    || Arrays.stream(graph.atomMultiplicity()).anyMatch(m -> m > 1);
            return quotient ? EQUAL : options.lengthTolerance();
        }

        private void addEdges(CrystalGraph graph, int[] lengthOfEdge) {
            PairTable table = new PairTable(2 * graph.edges());
            for (int e = 0; e < graph.edges(); e++) {
                int at = edges + e;
                edgeSource[at] = atoms + graph.source()[e];
                edgeTarget[at] = atoms + graph.target()[e];
                edgeLength[at] = lengthOfEdge[e];
                edgeMultiplicity[at] = graph.edgeMultiplicity()[e];
                sourcePair[at] = pair(table, edgeSource[at], lengthOfEdge[e]);
                targetPair[at] = pair(table, edgeTarget[at], lengthOfEdge[e]);
            }
        }

        private int pair(PairTable table, int atom, int ofLength) {
            int found = table.find(atom, ofLength, pairs);
            if (found == pairs) {
                pairAtom[pairs] = atom;
                pairLength[pairs++] = ofLength;
            }
            return found;
        }

        void feed(String prefix, Feeds feeds) {
            double[] scaled = new double[lengths];
            for (int l = 0; l < lengths; l++) {
                scaled[l] = (length[l] - options.lengthLow()) / options.lengthSpan();
            }
            feeds.numbers(prefix + "atom.features", features, atoms, columns)
                    .numbers(prefix + "composition", composition, crystals, GraphInputs.COMPOSITION)
                    .numbers(prefix + "length", Arrays.copyOf(length, lengths), lengths, 1)
                    .numbers(prefix + "length.scaled", scaled, lengths, 1)
                    .numbers(prefix + "atom.multiplicity", atomMultiplicity, atoms, 1)
                    .numbers(prefix + "edge.multiplicity", edgeMultiplicity, edges, 1)
                    .index(prefix + "atom.crystal", atomCrystal, crystals)
                    .index(prefix + "edge.source", edgeSource, atoms)
                    .index(prefix + "edge.target", edgeTarget, atoms)
                    .index(prefix + "edge.length", edgeLength, lengths)
                    .index(prefix + "edge.source.pair", sourcePair, pairs)
                    .index(prefix + "edge.target.pair", targetPair, pairs)
                    .index(prefix + "pair.atom", Arrays.copyOf(pairAtom, pairs), atoms)
                    .index(prefix + "pair.length", Arrays.copyOf(pairLength, pairs), lengths);
            if (directions != Directions.NONE) {
                feeds.numbers(prefix + EdgeVectors.INPUT, vector, edges, 3);
            }
            if (directions == Directions.MOVABLE) {
                double[] scale = {options.lengthLow(), options.lengthSpan()};
                feeds.numbers(prefix + EdgeVectors.SCALE, scale, 1, 2);
            }
            if (angles != null) {
                angles.feed(prefix, edges, feeds);
            }
        }
    }
}
