package org.dssl.it;

import static org.dssl.domain.testing.TensorAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dssl.app.pretrain.PretrainAccess;
import org.dssl.domain.augment.View;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.graph.CrystalGraph;
import org.dssl.domain.graph.FeatureOptions;
import org.dssl.domain.graph.GraphBuilder;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.domain.graph.GraphPacker;
import org.dssl.domain.nn.GraphInputs;
import org.dssl.domain.program.Feeds;
import org.dssl.domain.testing.TensorAssertions.Tolerance;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Masked atoms and displacements lead to the inputs that the released code computed from them in float32. */
@Tag("parity")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PretrainInputParityIT {
    private static final int CENTRES = 50;
    private static final double WIDTH = 0.2;
    private static final Tolerance FLOAT = new Tolerance(1e-6, 2e-6);

    private ReferenceArrays file;
    private PretrainViews views;

    @BeforeAll
    void read() throws IOException {
        file = new ReferenceArrays(SharedData.file("reference/deeper_gatgnn_pretrain.safetensors"));
        views = new PretrainViews();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void graphsAndAtomFeaturesAreTheReferences(int view) {
        Feeds feeds = packed(view);
        String group = group(view);
        assertArrayEquals(
                file.get(group + "crystal").ints(), feeds.index("atom.crystal").ids());
        assertArrayEquals(
                file.get(group + "source").ints(), feeds.index("edge.source").ids());
        int[] target = file.get(group + "target").ints();
        int[] ours = feeds.index("edge.target").ids();
        freeEdges(feeds, view).forEach(e -> ours[e] = target[e]);
        assertArrayEquals(target, ours);
        assertArrayEquals(
                file.get(group + "x").values(), feeds.numbers("atom.features").values());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void compositionsAreTheReferences(int view) {
        Feeds feeds = packed(view);
        double[] perCrystal = feeds.numbers("composition").values();
        int[] crystal = feeds.index("atom.crystal").ids();
        double[] perAtom = new double[crystal.length * GraphInputs.COMPOSITION];
        Arrays.setAll(
                perAtom,
                k -> perCrystal[
                        crystal[k / GraphInputs.COMPOSITION] * GraphInputs.COMPOSITION + k % GraphInputs.COMPOSITION]);
        assertClose(file.get(group(view) + "composition").values(), perAtom, FLOAT, "composition");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void lengthFeaturesAreTheReferences(int view) {
        Feeds feeds = packed(view);
        double[] scaled = feeds.numbers("length.scaled").values();
        int[] length = feeds.index("edge.length").ids();
        double[] features = new double[length.length * CENTRES];
        for (int k = 0; k < features.length; k++) {
            double distance = (scaled[length[k / CENTRES]] - k % CENTRES / (CENTRES - 1.0)) / WIDTH;
            features[k] = Math.exp(-0.5 * distance * distance);
        }
        double[] expected = file.get(group(view) + "edge_attr").values();
        // The feature around length 0 falls with the length: sorted by it, tied neighbours need no order of atoms.
        double[] theirs = sortedWhereFree(expected, freeEdges(feeds, view), feeds);
        assertClose(theirs, sortedWhereFree(features, freeEdges(feeds, view), feeds), FLOAT, "features of lengths");
    }

    /** Edges of atoms with a tie at the cutoff: which of the equally near neighbours is kept is decided by rounding. */
    private List<Integer> freeEdges(Feeds feeds, int view) {
        List<Boolean> tied = new ArrayList<>();
        if (view == 0) {
            Map<String, JsonNode> graphs = SharedData.byId(SharedData.jsonLines("reference/graphs.jsonl.gz"));
            views.all().get(0).forEach(v -> graphs.get(v.original().id())
                    .get("minimum_image")
                    .get("tie_at_cutoff")
                    .forEach(tie -> tied.add(tie.asBoolean())));
        }
        int[] source = feeds.index("edge.source").ids();
        return IntStream.range(0, source.length)
                .filter(e -> view == 0 && tied.get(source[e]))
                .boxed()
                .toList();
    }

    private static double[] sortedWhereFree(double[] features, List<Integer> edges, Feeds feeds) {
        int[] source = feeds.index("edge.source").ids();
        List<Integer> ordered = new ArrayList<>(edges);
        ordered.sort(Comparator.<Integer>comparingInt(e -> source[e]).thenComparingDouble(e -> features[e * CENTRES]));
        List<Integer> places = new ArrayList<>(edges);
        places.sort(Comparator.<Integer>comparingInt(e -> source[e]).thenComparingInt(e -> e));
        double[] sorted = features.clone();
        for (int k = 0; k < edges.size(); k++) {
            System.arraycopy(features, ordered.get(k) * CENTRES, sorted, places.get(k) * CENTRES, CENTRES);
        }
        return sorted;
    }

    /** A data set of masked crystals has the lengths of the crystals; one of perturbed copies has its own. */
    @Test
    void everyViewHasTheReferencesRangeOfLengths() {
        List<Crystal> crystals = SharedData.referenceCrystals();
        assertRange(
                views.range(0),
                crystals.stream()
                        .map(crystal -> GraphBuilder.build(crystal, GraphOptions.PAPER))
                        .toList());
        for (int v = 1; v < PretrainViews.NAMES.size(); v++) {
            assertRange(
                    views.range(v), views.all().get(v).stream().map(View::graph).toList());
        }
    }

    private static void assertRange(double[] expected, List<CrystalGraph> graphs) {
        double[] lengths = graphs.stream()
                .flatMapToDouble(graph -> Arrays.stream(graph.distance()))
                .toArray();
        double[] range = {
            Arrays.stream(lengths).min().orElseThrow(),
            Arrays.stream(lengths).max().orElseThrow()
        };
        assertClose(expected, range, FLOAT, "range");
    }

    @Test
    void maskedAtomsHaveTheReferencesLabels() {
        PretrainAccess tasks = PaperTasks.sum(
                Map.of("mask", 1.0, "contrastive", 1.0, "atomic-stiffness", 1.0, "valence-electrons", 1.0),
                views.all());
        Feeds feeds = new Feeds();
        tasks.label(feeds);
        int[] atoms = file.get("input/masked/atom").ints();
        assertArrayEquals(classes("element_label"), labels(feeds, "label/0/0/element", atoms));
        assertArrayEquals(classes("valence_label"), labels(feeds, "label/3/0/electrons", atoms));
        double[] stiffness = feeds.numbers("label/2/0/stiffness").values();
        assertClose(
                file.get("input/masked/stiffness_label").values(),
                Arrays.stream(atoms).mapToDouble(atom -> stiffness[atom]).toArray(),
                FLOAT,
                "stiffness");
    }

    private int[] classes(String name) {
        return file.get("input/masked/" + name).ints();
    }

    /** The class of each asked atom, after a look that these and no others are asked about. */
    private static int[] labels(Feeds feeds, String input, int[] atoms) {
        double[] weights = feeds.numbers(input + "/weight").values();
        int[] asked = IntStream.range(0, weights.length)
                .filter(atom -> weights[atom] == 1)
                .toArray();
        assertArrayEquals(Arrays.stream(atoms).sorted().toArray(), asked, input);
        Feeds.Numbers oneHot = feeds.numbers(input);
        assertEquals(atoms.length, Arrays.stream(oneHot.values()).sum(), input);
        return Arrays.stream(atoms)
                .map(atom -> IntStream.range(0, oneHot.columns())
                        .filter(c -> oneHot.values()[atom * oneHot.columns() + c] == 1)
                        .findFirst()
                        .orElse(-1))
                .toArray();
    }

    private static String group(int view) {
        return "input/" + PretrainViews.NAMES.get(view) + "/";
    }

    private Feeds packed(int view) {
        double[] range = views.range(view);
        FeatureOptions features =
                FeatureOptions.of(GraphOptions.PAPER, true, true).withLengths(range[0], range[1]);
        Feeds feeds = new Feeds();
        new GraphPacker(features)
                .pack(
                        views.all().get(view).stream()
                                .map(v -> new GraphPacker.Item(v.crystal(), v.graph(), v.masked()))
                                .toList(),
                        "",
                        feeds);
        return feeds;
    }
}
