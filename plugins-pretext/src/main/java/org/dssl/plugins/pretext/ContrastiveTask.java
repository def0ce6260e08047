package org.dssl.plugins.pretext;

import java.util.ArrayList;
import java.util.List;
import org.dssl.domain.algebra.TensorAlgebra;
import org.dssl.domain.augment.View;
import org.dssl.ports.config.Option;
import org.dssl.ports.config.OptionValues;
import org.dssl.ports.spi.Augmentation;
import org.dssl.ports.spi.Head;
import org.dssl.ports.spi.Labels;
import org.dssl.ports.spi.Measure;
import org.dssl.ports.spi.Outputs;
import org.dssl.ports.spi.PretextTask;
import org.dssl.ports.spi.Targets;
import org.dssl.ports.spi.ViewRequest;

/**
 * Draws two augmented copies of a crystal together.
 *
 * @param projector widths of the layers between the crystal embedding and the loss; none compares embeddings themselves
 */
record ContrastiveTask(
        String lossName,
        List<Augmentation> augmentations,
        List<Integer> projector,
        double offDiagonal,
        double temperature)
        implements PretextTask {
    private static final String PROJECTOR = "projector";
    private static final String PREDICTOR = "predictor";

    /** Declares the task. */
    public static final class Provider extends BuiltinProvider {
        public Provider() {
            super("contrastive", "Draw the embeddings of two augmented copies of a crystal together");
        }

        @Override
        public List<Option> options() {
            return MaskedView.options(
                    Option.choice(
                            "loss",
                            "barlow-twins",
                            List.of("cosine", "barlow-twins", "simsiam", "nt-xent"),
                            "cosine is the paper's; a constant embedding solves it perfectly, which the others rule out"),
                    Option.list(
                            "augment",
                            Option.Type.CHOICES,
                            List.of("perturb"),
                            List.of("perturb", "mask-atoms", "drop-edges"),
                            "How the copies differ, one or several; mask-atoms uses ratio, unit and count"),
                    Option.number("minimum", 0.1, 0, 10, "Å", "Shortest displacement of an atom by perturb"),
                    Option.number("maximum", 0.5, 0, 10, "Å", "Longest displacement of an atom by perturb"),
                    Option.number("dropped", 0.1, 0, 1, "", "Share of the bonds that drop-edges leaves out"),
                    Option.list(
                            "projector",
                            Option.Type.INTEGERS,
                            List.of(64L, 64L),
                            List.of(),
                            "Widths of the layers between embedding and loss; [] compares the embeddings themselves"),
                    Option.number("off-diagonal", 0.0051, 0, 1, "", "Weight of redundancy reduction in barlow-twins"),
                    Option.number(
                            "temperature",
                            0.1,
                            0.05,
                            10,
                            "",
                            "Divides the cosines in nt-xent: the lower, the more the nearest crystals count"));
        }

        @Override
        public PretextTask create(OptionValues values) {
            List<Augmentation> augmentations = new ArrayList<>();
            for (String name : values.texts("augment")) {
                augmentations.add(
                        switch (name) {
                            case "perturb" ->
                                new Augmentation.Perturb(values.number("minimum"), values.number("maximum"));
                            case "drop-edges" -> new Augmentation.DropEdges(values.number("dropped"));
                            default -> MaskedView.augmentation(values);
                        });
            }
            List<Integer> widths =
                    values.integers(PROJECTOR).stream().map(Math::toIntExact).toList();
            return new ContrastiveTask(
                    values.text("loss"),
                    augmentations,
                    widths,
                    values.number("off-diagonal"),
                    values.number("temperature"));
        }
    }

    ContrastiveTask {
        if (lossName.equals("simsiam") && projector.isEmpty()) {
            throw new IllegalArgumentException("simsiam needs a projector, for example projector: [64, 64]");
        }
        if (augmentations.isEmpty()) {
            throw new IllegalArgumentException("augment is empty: equal copies teach nothing; use [perturb]");
        }
    }

    @Override
    public List<ViewRequest> views() {
        return List.of(new ViewRequest(augmentations, 1), new ViewRequest(augmentations, 2));
    }

    @Override
    public List<Head> heads() {
        if (projector.isEmpty()) {
            return List.of();
        }
        Head project = Head.perCrystal(PROJECTOR, projector.toArray(Integer[]::new));
        int width = project.outputs();
        return lossName.equals("simsiam")
                ? List.of(project, Head.after(project, PREDICTOR, Math.max(1, width / 4), width))
                : List.of(project);
    }

    @Override
    public void label(int view, View of, Labels into) {
        // The other copy is the label.
    }

    @Override
    public <T> T loss(TensorAlgebra<T> algebra, Outputs<T> outputs, Targets<T> targets) {
        T a = embedding(outputs, 0);
        T b = embedding(outputs, 1);
        T weights = outputs.crystalWeights(0);
        return switch (lossName) {
            case "cosine" -> ContrastiveLoss.cosine(algebra, a, b, weights);
            case "barlow-twins" -> ContrastiveLoss.barlowTwins(algebra, a, b, weights, offDiagonal);
            case "nt-xent" -> ContrastiveLoss.ntXent(algebra, a, b, weights, temperature);
            default ->
                ContrastiveLoss.simSiam(algebra, a, b, outputs.of(PREDICTOR, 0), outputs.of(PREDICTOR, 1), weights);
        };
    }

    @Override
    public List<Measure> measures() {
        return Collapse.measures(!couplesCrystals());
    }

    @Override
    public <T> T measure(Measure which, TensorAlgebra<T> algebra, Outputs<T> outputs, Targets<T> targets) {
        return which == Collapse.ENCODER_DEVIATION
                ? Collapse.deviation(algebra, outputs.crystals(0), outputs.crystalWeights(0))
                : Collapse.measure(
                        which, algebra, embedding(outputs, 0), embedding(outputs, 1), outputs.crystalWeights(0));
    }

    private <T> T embedding(Outputs<T> outputs, int view) {
        return projector.isEmpty() ? outputs.crystals(view) : outputs.of(PROJECTOR, view);
    }

    @Override
    public boolean couplesCrystals() {
        return lossName.equals("barlow-twins") || lossName.equals("nt-xent");
    }
}
