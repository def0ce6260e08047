package org.dssl.domain.nn;

import static org.dssl.domain.nn.PlainLayers.joined;
import static org.dssl.domain.nn.PlainLayers.mean;
import static org.dssl.domain.nn.PlainLayers.plus;
import static org.dssl.domain.testing.TensorAssertions.assertClose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.graph.CrystalGraph;
import org.dssl.domain.graph.FeatureOptions;
import org.dssl.domain.graph.GraphBuilder;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.domain.graph.GraphPacker;
import org.dssl.domain.program.Feeds;
import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.Scope;
import org.dssl.domain.reference.ReferenceSession;
import org.dssl.domain.testing.TensorAssertions.Tolerance;
import org.junit.jupiter.api.Test;

/** Encoders and poolings against their papers' equations, written out with loops over atoms and edges of one crystal. */
class EquationsTest {
    private static final Crystal CRYSTAL = EncoderContract.skew();
    private static final CrystalGraph GRAPH = GraphBuilder.build(CRYSTAL, GraphOptions.DEFAULT);
    private static final FeatureOptions FEATURES = FeatureOptions.of(GraphOptions.DEFAULT, false, false);

    private PlainLayers plain;

    /** The embedding of the crystal; {@link #plain} then has the weights that it was made with. */
    private double[] embedding(Encoder encoder, Pooling pooling, PlainLayers with) {
        PropertyProgram program = new PropertyProgram(
                encoder, FEATURES.columns(), 1, Tap.BEFORE_ATTENTION, pooling, PropertyProgram.Loss.MSE);
        Feeds feeds =
                new Feeds().numbers("target", new double[1], 1, 1).numbers("target.weight", new double[] {1}, 1, 1);
        new GraphPacker(FEATURES).pack(List.of(new GraphPacker.Item(CRYSTAL, GRAPH, null)), "", feeds);
        try (ReferenceSession session = new ReferenceSession(program, OptimiserOptions.adamW(0, true), 3)) {
            // Away from parameters and running statistics that start as zero or one.
            session.step(feeds, 0.05, 1);
            plain = new PlainLayers(session.state().weights(), with.activation());
            return session.evaluate(feeds)
                    .values()
                    .get(PropertyProgram.EMBEDDING)
                    .values();
        }
    }

    private static PlainLayers activatedBy(DoubleUnaryOperator activation) {
        return new PlainLayers(null, activation);
    }

    private static void same(double[] expected, double[] found) {
        assertClose(expected, found, Tolerance.of(1e-10), "embedding");
    }

    /** Rows by the number of atoms or edges. */
    private static List<double[]> each(int count, IntFunction<double[]> row) {
        return IntStream.range(0, count).mapToObj(row).toList();
    }

    private static double[] oneHot(int atom) {
        double[] features = new double[FEATURES.columns()];
        features[CRYSTAL.atomicNumber(atom) - 1] = 1;
        return features;
    }

    private static double[] gaussians(double length, int centres, double width) {
        return IntStream.range(0, centres)
                .mapToDouble(k -> Math.exp(-Math.pow((length - 8.0 * k / (centres - 1)) / width, 2)))
                .toArray();
    }

    private static List<double[]> into(int atom, List<double[]> ofEdges) {
        return IntStream.range(0, GRAPH.edges())
                .filter(e -> GRAPH.source()[e] == atom)
                .mapToObj(ofEdges::get)
                .toList();
    }

    @Test
    void gin() {
        double[] found = embedding(new Gin(6, 2, Activation.RELU, 0), Pooling.MEAN, activatedBy(x -> Math.max(x, 0)));
        List<double[]> x = each(GRAPH.atoms(), i -> plain.linear("encoder/atoms", oneHot(i)));
        for (int k = 0; k < 2; k++) {
            String name = "encoder/layer-" + k;
            List<double[]> old = x;
            List<double[]> messages = each(
                    GRAPH.edges(),
                    e -> plus(
                            old.get(GRAPH.target()[e]),
                            plain.linear(name + ".lengths", gaussians(GRAPH.distance()[e], 41, 0.2))));
            double self = 1 + plain.array(name + ".epsilon")[0];
            List<double[]> next = each(GRAPH.atoms(), i -> {
                double[] own = Arrays.stream(old.get(i)).map(v -> self * v).toArray();
                double[] h = plus(own, PlainLayers.sum(into(i, messages)));
                double[] out = plain.linear(name + ".out", plain.mlp(h, name + ".mlp.0"));
                return plain.normalised(name + ".norm", out);
            });
            x = k == 0 ? next.stream().map(plain::activated).toList() : next;
        }
        same(mean(x), found);
    }

    @Test
    void megNet() {
        double[] found = embedding(
                new MegNet(6, 2, Activation.SOFTPLUS, 0), Pooling.MEAN, activatedBy(x -> Math.log1p(Math.exp(x))));
        List<double[]> v = each(GRAPH.atoms(), i -> embedded("encoder/atoms", oneHot(i)));
        List<double[]> e =
                each(GRAPH.edges(), k -> embedded("encoder/lengths", gaussians(GRAPH.distance()[k], 100, 0.5)));
        double[] u = plain.array("encoder/state");
        for (int k = 0; k < 2; k++) {
            String name = "encoder/layer-" + k;
            boolean first = k == 0;
            List<double[]> v0 = first
                    ? v
                    : v.stream().map(row -> embedded(name + ".atoms", row)).toList();
            List<double[]> e0 = first
                    ? e
                    : e.stream().map(row -> embedded(name + ".bonds", row)).toList();
            double[] u0 = first ? u : embedded(name + ".state", u);
            List<double[]> e1 = each(GRAPH.edges(), b -> {
                double[] all = joined(v0.get(GRAPH.source()[b]), v0.get(GRAPH.target()[b]), e0.get(b), u0);
                return plain.mlp(all, name + ".bonds.0", name + ".bonds.next.0", name + ".bonds.next.1");
            });
            List<double[]> v1 =
                    each(GRAPH.atoms(), i -> phi(name + ".atoms", joined(mean(into(i, e1)), v0.get(i), u0)));
            double[] u1 = phi(name + ".state", joined(mean(e1), mean(v1), u0));
            v = plus(v, v1);
            e = plus(e, e1);
            u = plus(u, u1);
        }
        same(joined(mean(v), read("atoms", v), read("bonds", e), u), found);
    }

    private double[] embedded(String name, double[] x) {
        return plain.mlp(x, name + ".embed.0", name + ".embed.1");
    }

    private double[] phi(String name, double[] x) {
        return plain.mlp(x, name + ".0", name + ".1", name + ".2");
    }

    private double[] read(String part, List<double[]> rows) {
        String name = "encoder/read." + part;
        return plain.set2set(
                name,
                rows.stream().map(row -> plain.linear(name + ".narrow", row)).toList());
    }

    /** Atoms as they come in: poolings are the only thing to see. */
    private record Plainly(int width) implements Encoder {
        @Override
        public <T> Encoded<T> encode(Scope<T> scope, GraphInputs<T> graph) {
            T atoms = Linear.apply(scope, PREFIX + "atoms", graph.atomFeatures(), width);
            return Encoded.even(scope.algebra(), atoms, graph);
        }
    }

    @Test
    void poolings() {
        for (Pooling pooling : Pooling.values()) {
            double[] found = embedding(new Plainly(5), pooling, activatedBy(x -> x));
            List<double[]> x = new ArrayList<>(each(GRAPH.atoms(), i -> plain.linear("encoder/atoms", oneHot(i))));
            same(
                    switch (pooling) {
                        case MEAN -> mean(x);
                        case SUM -> PlainLayers.sum(x);
                        case SET2SET -> plain.set2set("head/pooling.set2set", x);
                        case ATTENTION -> attended(x, plain.array("head/pooling.gate.weight"));
                    },
                    found);
        }
    }

    private static double[] attended(List<double[]> rows, double[] gate) {
        double[] share = rows.stream()
                .mapToDouble(row -> Math.exp(IntStream.range(0, row.length)
                        .mapToDouble(c -> row[c] * gate[c])
                        .sum()))
                .toArray();
        double all = Arrays.stream(share).sum();
        return PlainLayers.sum(each(rows.size(), i -> Arrays.stream(rows.get(i))
                .map(value -> share[i] / all * value)
                .toArray()));
    }
}
