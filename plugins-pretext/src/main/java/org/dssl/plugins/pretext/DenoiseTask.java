package org.dssl.plugins.pretext;

import java.util.Arrays;
import java.util.List;
import org.dssl.domain.algebra.TensorAlgebra;
import org.dssl.domain.augment.View;
import org.dssl.ports.config.Option;
import org.dssl.ports.config.OptionValues;
import org.dssl.ports.spi.Augmentation;
import org.dssl.ports.spi.Head;
import org.dssl.ports.spi.Labels;
import org.dssl.ports.spi.Outputs;
import org.dssl.ports.spi.PretextTask;
import org.dssl.ports.spi.Targets;
import org.dssl.ports.spi.ViewRequest;

/**
 * Predicts how the atoms of a perturbed crystal were displaced, but for the displacement they have in common, which no
 * distance shows; squared error over atoms, divided by the mean squared displacement: 1 is predicting none. After Zaidi et
 * al., ICLR 2023 (arXiv:2206.00133), with the perturbation of the contrastive task, so that one view serves both.
 */
record DenoiseTask(double minimum, double maximum, List<Integer> hidden) implements PretextTask {
    private static final String DISPLACEMENT = "displacement";

    /** Declares the task. */
    public static final class Provider extends BuiltinProvider {
        public Provider() {
            super("denoise", "Predict the displacements of the atoms of a perturbed crystal");
        }

        @Override
        public List<Option> options() {
            return List.of(
                    Option.number("minimum", 0.1, 0, 10, "Å", "Shortest displacement of an atom"),
                    Option.number("maximum", 0.5, 1e-6, 10, "Å", "Longest displacement of an atom"),
                    HeadWidths.HIDDEN);
        }

        @Override
        public PretextTask create(OptionValues values) {
            return new DenoiseTask(values.number("minimum"), values.number("maximum"), HeadWidths.hidden(values));
        }
    }

    DenoiseTask {
        if (minimum > maximum) {
            throw new IllegalArgumentException("minimum " + minimum + " Å is above maximum " + maximum + " Å");
        }
    }

    @Override
    public List<ViewRequest> views() {
        return List.of(ViewRequest.of(1, new Augmentation.Perturb(minimum, maximum)));
    }

    @Override
    public List<Head> heads() {
        return List.of(Head.vectors(DISPLACEMENT, hidden.toArray(Integer[]::new)));
    }

    @Override
    public void label(int number, View of, Labels into) {
        int atoms = of.crystal().atoms();
        double[] own = of.displacement().clone();
        for (int axis = 0; axis < 3; axis++) {
            double mean = 0;
            for (int atom = 0; atom < atoms; atom++) {
                mean += of.displacement()[3 * atom + axis] / atoms;
            }
            for (int atom = 0; atom < atoms; atom++) {
                own[3 * atom + axis] -= mean;
            }
        }
        if (atoms == 1) {
            Arrays.fill(own, Double.NaN);
        }
        into.atomVectors(DISPLACEMENT, own);
    }

    @Override
    public <T> T loss(TensorAlgebra<T> algebra, Outputs<T> outputs, Targets<T> targets) {
        T error = algebra.sub(outputs.of(DISPLACEMENT, 0), targets.of(DISPLACEMENT, 0));
        T perAtom = algebra.sumColumns(algebra.square(error));
        // Distances are uniform on minimum … maximum.
        double meanSquare = (minimum * minimum + minimum * maximum + maximum * maximum) / 3;
        return algebra.scale(algebra.weightedMean(perAtom, targets.weights(DISPLACEMENT, 0)), 1 / meanSquare);
    }
}
