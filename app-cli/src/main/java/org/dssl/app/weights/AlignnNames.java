package org.dssl.app.weights;

import java.util.List;
import java.util.Optional;
import org.dssl.app.config.RunConfig;
import org.dssl.domain.graph.ElementFeatures;
import org.dssl.domain.graph.GraphMode;
import org.dssl.domain.nn.Pooling;

/**
 * ALIGNN as usnistgov/alignn saves it. The centres of its Gaussians are stored among the weights; they are constants here
 * and there.
 */
public final class AlignnNames implements StateFormat {
    private static final int LENGTHS = 80;
    private static final int COSINES = 40;
    private static final String HEAD = "head/property";
    private static final String ATOMS = "atom_embedding.layer.0.weight";

    @Override
    public String encoder() {
        return "alignn";
    }

    @Override
    public boolean recognises(Shapes theirs) {
        return theirs.has(ATOMS) || theirs.hasAny("alignn_layers.");
    }

    @Override
    public Network ofReference(Shapes theirs) {
        return network(new Sizes(
                theirs.axis(ATOMS, 2, 0, "width"),
                theirs.axis(ATOMS, 2, 1, "number of atom features"),
                theirs.axis("edge_embedding.1.layer.0.weight", 2, 0, "width of the embeddings"),
                theirs.count("alignn_layers.", ".node_update.src_gate.weight"),
                theirs.count("gcn_layers.", ".src_gate.weight"),
                theirs.has("fc.weight") ? theirs.axis("fc.weight", 2, 0, "number of targets") : 0));
    }

    @Override
    public Network ofOurs(Shapes ours) {
        return network(new Sizes(
                ours.axis("encoder/atoms.weight", 2, 1, "width"),
                ours.axis("encoder/atoms.weight", 2, 0, "number of atom features"),
                ours.axis("encoder/lengths.0.weight", 2, 1, "width of the embeddings"),
                ours.count("encoder/alignn-", ".bonds.self.weight"),
                ours.count("encoder/gated-", ".self.weight"),
                ours.has(HEAD + ".weight") ? ours.axis(HEAD + ".weight", 2, 1, "number of targets") : 0));
    }

    @Override
    public List<String> differences(RunConfig config) {
        return new Differences(config)
                .graph(GraphMode.ALL_IMAGES, ElementFeatures.PROPERTIES)
                .head(
                        Pooling.MEAN,
                        tuned ->
                                tuned.head().hidden().isEmpty() && !tuned.head().activateInput())
                .found();
    }

    @Override
    public boolean encoderAlone() {
        return false;
    }

    private record Sizes(int width, int inputs, int embedding, int layers, int gated, int outputs) {}

    private static Network network(Sizes sizes) {
        int d = sizes.width;
        NameTable names = new NameTable();
        block(names, "encoder/atoms", "atom_embedding", sizes.inputs, d);
        embedding(names, "encoder/lengths", "edge_embedding", even(LENGTHS, 0, 8), sizes);
        embedding(names, "encoder/cosines", "angle_embedding", even(COSINES, -1, 1), sizes);
        for (int k = 0; k < sizes.layers; k++) {
            gated(names, "encoder/alignn-" + k + ".bonds", "alignn_layers." + k + ".node_update", d);
            gated(names, "encoder/alignn-" + k + ".angles", "alignn_layers." + k + ".edge_update", d);
        }
        for (int k = 0; k < sizes.gated; k++) {
            gated(names, "encoder/gated-" + k, "gcn_layers." + k, d);
        }
        if (sizes.outputs > 0) {
            names.linear(HEAD, "fc", d, sizes.outputs);
        }
        String inWords = "width " + d + ", embeddings of " + sizes.embedding + ", " + sizes.layers + " + " + sizes.gated
                + " layers, " + sizes.inputs + " features of an atom";
        return new Network(inWords, names, sizes.outputs, false, settings(sizes));
    }

    private static Settings settings(Sizes sizes) {
        return new Settings(
                Optional.empty(),
                "type: alignn, width: " + sizes.width + ", embedding: " + sizes.embedding + ", layers: " + sizes.layers
                        + ", gated-layers: " + sizes.gated,
                AtomFeatures.setting(sizes.inputs),
                "head: { hidden: [] }");
    }

    private static void embedding(NameTable names, String ours, String theirs, double[] centres, Sizes sizes) {
        names.fixed(theirs + ".0.centers", centres);
        block(names, ours + ".0", theirs + ".1", centres.length, sizes.embedding);
        block(names, ours + ".1", theirs + ".2", sizes.embedding, sizes.width);
    }

    private static void block(NameTable names, String ours, String theirs, int inputs, int outputs) {
        names.linear(ours, theirs + ".layer.0", inputs, outputs).norm(ours + ".norm", theirs + ".layer.1", outputs);
    }

    private static void gated(NameTable names, String ours, String theirs, int d) {
        names.linear(ours + ".gate-from", theirs + ".src_gate", d, d)
                .linear(ours + ".gate-into", theirs + ".dst_gate", d, d)
                .linear(ours + ".gate-edge", theirs + ".edge_gate", d, d)
                .linear(ours + ".message", theirs + ".dst_update", d, d)
                .linear(ours + ".self", theirs + ".src_update", d, d)
                .norm(ours + ".vertices", theirs + ".bn_nodes", d)
                .norm(ours + ".edges", theirs + ".bn_edges", d);
    }

    /** As torch.linspace makes them in single precision: each half from its own end. */
    private static double[] even(int count, float low, float high) {
        float step = (high - low) / (count - 1);
        double[] values = new double[count];
        for (int k = 0; k < count; k++) {
            values[k] = k < count / 2 ? Math.fma(step, k, low) : Math.fma(-step, count - 1 - k, high);
        }
        return values;
    }
}
