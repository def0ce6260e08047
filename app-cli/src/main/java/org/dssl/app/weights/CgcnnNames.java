package org.dssl.app.weights;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dssl.app.config.RunConfig;
import org.dssl.domain.graph.ElementFeatures;
import org.dssl.domain.graph.GraphMode;
import org.dssl.domain.nn.Activation;
import org.dssl.domain.nn.Pooling;
import org.dssl.domain.problem.InvalidInputException;

/** CGCNN as txie-93/cgcnn saves it, for regression. */
public final class CgcnnNames implements StateFormat {
    private static final int LENGTHS = 41;
    private static final String HEAD = "head/property";
    private static final String ATOMS = "embedding.weight";

    @Override
    public String encoder() {
        return "cgcnn";
    }

    @Override
    public boolean recognises(Shapes theirs) {
        return theirs.has(ATOMS) || theirs.hasAny("convs.");
    }

    @Override
    public Network ofReference(Shapes theirs) {
        List<Integer> hidden = new ArrayList<>();
        if (theirs.has("conv_to_fc.weight")) {
            hidden.add(theirs.axis("conv_to_fc.weight", 2, 0, "width of the first hidden layer"));
        }
        for (int k = 0; k < theirs.count("fcs.", ".weight"); k++) {
            hidden.add(theirs.axis("fcs." + k + ".weight", 2, 0, "width of a hidden layer"));
        }
        return network(new Sizes(
                theirs.axis(ATOMS, 2, 0, "width"),
                theirs.axis(ATOMS, 2, 1, "number of atom features"),
                theirs.count("convs.", ".fc_full.weight"),
                hidden,
                theirs.has("fc_out.weight") ? theirs.axis("fc_out.weight", 2, 0, "number of targets") : 0));
    }

    @Override
    public Network ofOurs(Shapes ours) {
        List<Integer> hidden = new ArrayList<>();
        for (int k = 0; k < ours.count(HEAD + ".hidden-", ".weight"); k++) {
            hidden.add(ours.axis(HEAD + ".hidden-" + k + ".weight", 2, 1, "width of a hidden layer"));
        }
        int outputs = ours.has(HEAD + ".weight") ? ours.axis(HEAD + ".weight", 2, 1, "number of targets") : 0;
        if (outputs > 0 && hidden.isEmpty()) {
            throw new InvalidInputException(
                    ours.place(), "has a linear head; the released code has at least one hidden layer, conv_to_fc");
        }
        return network(new Sizes(
                ours.axis("encoder/atoms.weight", 2, 1, "width"),
                ours.axis("encoder/atoms.weight", 2, 0, "number of atom features"),
                ours.count("encoder/layer-", ".gate.weight"),
                hidden,
                outputs));
    }

    @Override
    public List<String> differences(RunConfig config) {
        return new Differences(config)
                .graph(GraphMode.ALL_IMAGES, ElementFeatures.PROPERTIES)
                .unless(
                        config.encoder().options().text("activation").equals("softplus"),
                        "encoder.activation other than softplus")
                .head(
                        Pooling.MEAN,
                        tuned -> tuned.head().activateInput() && tuned.head().activation() == Activation.SOFTPLUS)
                .found();
    }

    @Override
    public boolean encoderAlone() {
        return false;
    }

    private record Sizes(int width, int inputs, int layers, List<Integer> hidden, int outputs) {}

    private static Network network(Sizes sizes) {
        int d = sizes.width;
        NameTable names = new NameTable().linear("encoder/atoms", "embedding", sizes.inputs, d);
        for (int k = 0; k < sizes.layers; k++) {
            names.linear("encoder/layer-" + k + ".gate", "convs." + k + ".fc_full", 2 * d + LENGTHS, 2 * d)
                    .norm("encoder/layer-" + k + ".gate.norm", "convs." + k + ".bn1", 2 * d)
                    .norm("encoder/layer-" + k + ".norm", "convs." + k + ".bn2", d);
        }
        int inputs = d;
        for (int k = 0; k < sizes.hidden.size(); k++) {
            names.linear(HEAD + ".hidden-" + k, k == 0 ? "conv_to_fc" : "fcs." + (k - 1), inputs, sizes.hidden.get(k));
            inputs = sizes.hidden.get(k);
        }
        if (sizes.outputs > 0) {
            names.linear(HEAD, "fc_out", inputs, sizes.outputs);
        }
        String inWords = "width " + d + ", " + sizes.layers + (sizes.layers == 1 ? " layer, " : " layers, ")
                + sizes.inputs + " features of an atom";
        return new Network(inWords, names, sizes.outputs, false, settings(sizes));
    }

    private static Settings settings(Sizes sizes) {
        String hidden = sizes.hidden.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return new Settings(
                Optional.empty(),
                "type: cgcnn, width: " + sizes.width + ", layers: " + sizes.layers + ", activation: softplus",
                AtomFeatures.setting(sizes.inputs),
                "head: { hidden: [" + hidden + "], activation: softplus, activate-input: on }");
    }
}
