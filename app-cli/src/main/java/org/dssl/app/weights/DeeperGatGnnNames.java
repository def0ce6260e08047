package org.dssl.app.weights;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dssl.app.config.RunConfig;
import org.dssl.domain.crystal.Elements;
import org.dssl.domain.graph.ElementFeatures;
import org.dssl.domain.graph.GraphMode;
import org.dssl.domain.nn.Pooling;
import org.dssl.domain.problem.InvalidInputException;

/**
 * DeeperGATGNN as usccolumbia/DSSL saves it: {@code DEEP_GATGNN} after pretraining, {@code FINETUNE_DEEP_GATGNN} with the
 * encoder below {@code deeper_gat.} after fine-tuning. Both hold group normalisations of the global attention that are
 * never called, and the latter a whole second global attention.
 */
public final class DeeperGatGnnNames implements StateFormat {
    private static final int GROUPS = 10;
    private static final int LENGTH_FEATURES = 50;
    private static final int COMPOSITION = 108;
    private static final int DEGREES = 14;
    private static final int WITH_DEGREE = Elements.KNOWN + DEGREES + 1;
    private static final int GLOBAL_LAYERS = 3;
    private static final String HEAD = "head/property";
    private static final String TUNED = "deeper_gat.";
    private static final String ATOMS = "pre_lin_list_N.0.weight";

    @Override
    public String encoder() {
        return "deeper-gatgnn";
    }

    @Override
    public boolean recognises(Shapes theirs) {
        return theirs.has(ATOMS) || theirs.hasAny(TUNED);
    }

    @Override
    public Network ofReference(Shapes theirs) {
        String prefix = theirs.hasAny(TUNED) ? TUNED : "";
        int width = theirs.axis(prefix + ATOMS, 2, 0, "width");
        int inputs = theirs.axis(prefix + ATOMS, 2, 1, "number of atom features");
        int heads = theirs.axis(prefix + "conv_list.0.att", 3, 1, "number of attention heads");
        List<Integer> hidden = new ArrayList<>();
        for (int k = 0; k < theirs.count("post_lin_list.", ".weight"); k++) {
            hidden.add(theirs.axis("post_lin_list." + k + ".weight", 2, 0, "width of a hidden layer"));
        }
        int outputs = theirs.has("lin_out.weight") ? theirs.axis("lin_out.weight", 2, 0, "number of targets") : 0;
        Sizes sizes = new Sizes(width, inputs, theirs.count(prefix + "conv_list.", ".W"), heads, hidden, outputs);
        return network(sizes, prefix, theirs);
    }

    @Override
    public Network ofOurs(Shapes ours) {
        int inputs = ours.axis("encoder/atoms.weight", 2, 0, "number of atom features");
        int width = ours.axis("encoder/atoms.weight", 2, 1, "width");
        int heads = ours.axis("encoder/layer-0.attention.vectors", 2, 0, "number of attention heads");
        List<Integer> hidden = new ArrayList<>();
        for (int k = 0; k < ours.count(HEAD + ".hidden-", ".weight"); k++) {
            hidden.add(ours.axis(HEAD + ".hidden-" + k + ".weight", 2, 1, "width of a hidden layer"));
        }
        int outputs = ours.has(HEAD + ".weight") ? ours.axis(HEAD + ".weight", 2, 1, "number of targets") : 0;
        int layers = ours.count("encoder/layer-", ".attention.weight");
        return network(new Sizes(width, inputs, layers, heads, hidden, outputs), outputs > 0 ? TUNED : "", ours);
    }

    @Override
    public List<String> differences(RunConfig config) {
        RunConfig.GraphConfig graph = config.graph();
        return new Differences(config)
                .graph(GraphMode.MINIMUM_IMAGE, ElementFeatures.ONE_HOT)
                .unless(graph.atoms().degree(), "graph.degree: off")
                .unless(graph.minMaxLengths(), "graph.lengths: radius")
                .unless(config.encoder().options().integer("heads") == 4, "encoder.heads other than 4")
                .unless(
                        config.encoder().options().text("normalisation").equals("group"),
                        "encoder.normalisation: batch")
                .unless(config.encoder().options().flag("skips"), "encoder.skips: off")
                .head(
                        Pooling.SUM,
                        tuned -> tuned.tapAfterAttention() && !tuned.head().activateInput())
                .found();
    }

    @Override
    public boolean encoderAlone() {
        return true;
    }

    private record Sizes(int width, int inputs, int layers, int heads, List<Integer> hidden, int outputs) {

        String inWords() {
            return "width " + width + ", " + layers + (layers == 1 ? " layer, " : " layers, ") + heads + " heads, "
                    + inputs + " features of an atom";
        }
    }

    private static Network network(Sizes sizes, String prefix, Shapes shapes) {
        if (sizes.inputs != WITH_DEGREE && sizes.inputs != Elements.KNOWN + 1) {
            throw new InvalidInputException(
                    shapes.place(),
                    "has " + sizes.inputs + " features of an atom; known are " + WITH_DEGREE + " ("
                            + Elements.KNOWN + " elements, " + DEGREES + " degrees, mask flag) and "
                            + (Elements.KNOWN + 1) + " (no degrees), both of graph.features: [element]");
        }
        NameTable names = encoderNames(sizes, prefix);
        if (!prefix.isEmpty()) {
            headNames(sizes, names);
        }
        // Heads of pretext tasks, where someone saved them along.
        shapes.startingWith("head.")
                .forEach(name -> names.unused(name, 0, shapes.byName().get(name)));
        return new Network(sizes.inWords(), names, sizes.outputs, true, settings(sizes));
    }

    private static NameTable encoderNames(Sizes sizes, String prefix) {
        int d = sizes.width;
        NameTable names = new NameTable()
                .linear("encoder/atoms", prefix + "pre_lin_list_N.0", sizes.inputs, d)
                .linear("encoder/lengths", prefix + "pre_lin_list_E.0", LENGTH_FEATURES, d);
        for (int k = 0; k < sizes.layers; k++) {
            String ours = "encoder/layer-" + k;
            String conv = prefix + "conv_list." + k;
            String groups = prefix + "bn_list." + k;
            names.kept(ours + ".attention.weight", conv + ".W", 2 * d, sizes.heads * d)
                    .kept(ours + ".attention.vectors", conv + ".att", 1, sizes.heads, 2 * d)
                    .kept(ours + ".attention.bias", conv + ".bias", d)
                    .norm(ours + ".attention.logits", conv + ".bn1", sizes.heads)
                    .matrix(ours + ".groups.weight", groups + ".lin.weight", d, GROUPS)
                    .norm(ours + ".groups.norm", groups + ".norm", GROUPS * d);
        }
        String global = prefix + "global_att_LAYER";
        names.linear("encoder/global.0", global + ".global_mlp.0", d + COMPOSITION, d)
                .linear("encoder/global.1", global + ".global_mlp.1", d, d)
                .linear("encoder/global.2", global + ".global_mlp.2", d, 1);
        return deadGroups(names, global, d);
    }

    private static void headNames(Sizes sizes, NameTable names) {
        int d = sizes.width;
        int inputs = d;
        for (int k = 0; k < sizes.hidden.size(); k++) {
            names.linear(HEAD + ".hidden-" + k, "post_lin_list." + k, inputs, sizes.hidden.get(k));
            inputs = sizes.hidden.get(k);
        }
        if (sizes.outputs > 0) {
            names.linear(HEAD, "lin_out", inputs, sizes.outputs);
        }
        String global = "global_att_LAYER";
        names.unusedLinear(global + ".global_mlp.0", d + COMPOSITION, d)
                .unusedLinear(global + ".global_mlp.1", d, d)
                .unusedLinear(global + ".global_mlp.2", d, 1);
        deadGroups(names, global, d);
    }

    private static NameTable deadGroups(NameTable names, String global, int width) {
        for (int k = 0; k < GLOBAL_LAYERS; k++) {
            String groups = global + ".bn_list." + k;
            names.unused(groups + ".lin.weight", 0, GROUPS, width).unusedNorm(groups + ".norm", GROUPS * width);
        }
        return names;
    }

    private static Settings settings(Sizes sizes) {
        String hidden = sizes.hidden.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return new Settings(
                Optional.of("paper"),
                "type: deeper-gatgnn, width: " + sizes.width + ", layers: " + sizes.layers + ", heads: " + sizes.heads,
                sizes.inputs == WITH_DEGREE ? Optional.empty() : Optional.of("degree: off"),
                "head: { hidden: [" + hidden + "], activation: softplus }");
    }
}
