package org.dssl.plugins.pretext;

import java.util.List;
import org.dssl.domain.algebra.TensorAlgebra;
import org.dssl.domain.augment.View;
import org.dssl.domain.symmetry.CrystalSystem;
import org.dssl.domain.symmetry.Symmetry;
import org.dssl.ports.config.Option;
import org.dssl.ports.config.OptionValues;
import org.dssl.ports.spi.Head;
import org.dssl.ports.spi.Labels;
import org.dssl.ports.spi.Outputs;
import org.dssl.ports.spi.PretextTask;
import org.dssl.ports.spi.Targets;
import org.dssl.ports.spi.ViewRequest;

/**
 * Draws the embeddings of crystals of one crystal system together, against those of the other systems, as CrysGNN does (Das
 * et al., <i>CrysGNN: distilling pre-trained knowledge to enhance property prediction for crystalline materials</i>, AAAI
 * 2023, arXiv:2301.05852); or predicts the system. Deviations from CrysGNN's code (kdmsit/crysgnn, commit eeb419c): there the
 * embeddings themselves are compared (here with {@code projector: []}), a pair's denominator leaves out the other partners,
 * and every pair counts the same, so that frequent systems dominate; here every crystal does, see {@link SupervisedContrast}.
 *
 * @param contrast else classification
 * @param projector widths of the layers between the crystal embedding and the loss, or the class
 * @param tolerance of symmetry, Å
 */
record CrystalSystemTask(boolean contrast, List<Integer> projector, double temperature, double tolerance)
        implements PretextTask {
    private static final String SYSTEM = "system";
    private static final String PROJECTOR = "projector";
    private static final int SYSTEMS = CrystalSystem.values().length;

    /** Declares the task. */
    public static final class Provider extends BuiltinProvider {
        public Provider() {
            super("crystal-system", "Draw crystals of one crystal system together, or predict the system");
        }

        @Override
        public List<Option> options() {
            return List.of(
                    Option.choice(
                            "loss",
                            "contrast",
                            List.of("contrast", "classify"),
                            "contrast is CrysGNN's; classify is the cross-entropy of the seven systems"),
                    Option.number(
                            "temperature",
                            0.07,
                            0.05,
                            10,
                            "",
                            "Divides the cosines in contrast: the lower, the more the nearest crystals count"),
                    Option.list(
                            PROJECTOR,
                            Option.Type.INTEGERS,
                            List.of(64L, 64L),
                            List.of(),
                            "Widths of the layers between embedding and loss; [] compares the embeddings themselves"),
                    Option.number(
                            "symprec",
                            Symmetry.DEFAULT_TOLERANCE,
                            1e-5,
                            0.2,
                            "Å",
                            "By how much atoms and lattice vectors may miss their images"));
        }

        @Override
        public PretextTask create(OptionValues values) {
            List<Integer> widths =
                    values.integers(PROJECTOR).stream().map(Math::toIntExact).toList();
            return new CrystalSystemTask(
                    values.text("loss").equals("contrast"),
                    widths,
                    values.number("temperature"),
                    values.number("symprec"));
        }
    }

    @Override
    public List<ViewRequest> views() {
        return List.of(ViewRequest.asIs());
    }

    @Override
    public List<Head> heads() {
        if (!contrast) {
            return List.of(Head.perCrystal(SYSTEM, HeadWidths.with(projector, SYSTEMS)));
        }
        return projector.isEmpty() ? List.of() : List.of(Head.perCrystal(PROJECTOR, projector.toArray(Integer[]::new)));
    }

    @Override
    public void label(int view, View of, Labels into) {
        int system = CrystalSystem.of(of.original(), tolerance).ordinal();
        if (contrast) {
            // A class belongs to a head that predicts it, and there is none.
            double[] oneHot = new double[SYSTEMS];
            oneHot[system] = 1;
            into.crystalValues(SYSTEM, oneHot);
        } else {
            into.crystalClass(SYSTEM, system);
        }
    }

    @Override
    public <T> T loss(TensorAlgebra<T> algebra, Outputs<T> outputs, Targets<T> targets) {
        T systems = targets.of(SYSTEM, 0);
        T weights = targets.weights(SYSTEM, 0);
        if (contrast) {
            T embedding = projector.isEmpty() ? outputs.crystals(0) : outputs.of(PROJECTOR, 0);
            return SupervisedContrast.loss(algebra, embedding, systems, weights, temperature);
        }
        return algebra.weightedMean(algebra.softmaxCrossEntropy(outputs.of(SYSTEM, 0), systems), weights);
    }

    @Override
    public boolean couplesCrystals() {
        return contrast;
    }
}
