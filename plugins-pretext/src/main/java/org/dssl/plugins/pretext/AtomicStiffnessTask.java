package org.dssl.plugins.pretext;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.dssl.domain.algebra.TensorAlgebra;
import org.dssl.domain.augment.View;
import org.dssl.domain.crystal.Elements;
import org.dssl.domain.train.Statistics;
import org.dssl.ports.config.Option;
import org.dssl.ports.config.OptionValues;
import org.dssl.ports.spi.Head;
import org.dssl.ports.spi.Labels;
import org.dssl.ports.spi.Outputs;
import org.dssl.ports.spi.PretextTask;
import org.dssl.ports.spi.Targets;
import org.dssl.ports.spi.ViewRequest;

/**
 * Predicts the atomic stiffness of masked atoms: the micro-property of elasticity; L1 over the atoms asked about.
 *
 * @param scale labels are divided by it: the spread of the published values, or 1 (released code)
 * @param unknownAsZero trains elements without a published value towards 0, as the released code does; else they are
 *     left out
 */
record AtomicStiffnessTask(ViewRequest view, boolean everyAtom, double scale, boolean unknownAsZero)
        implements PretextTask {
    private static final String STIFFNESS = "stiffness";

    /** Declares the task. */
    public static final class Provider extends BuiltinProvider {
        public Provider() {
            super("atomic-stiffness", "Predict the atomic stiffness (Jin, Yuan, Gao 2023) of masked atoms");
        }

        @Override
        public List<Option> options() {
            return MaskedView.options(
                    MicroProperty.ATOMS,
                    Option.choice(
                            "scale",
                            "spread",
                            List.of("spread", "none"),
                            "Divide the values by their spread over the elements, or leave them as published"),
                    Option.choice(
                            "unknown",
                            "leave-out",
                            List.of("leave-out", "zero"),
                            "Elements without a published value: left out of the loss, or trained as 0 (released code)"));
        }

        @Override
        public PretextTask create(OptionValues values) {
            return new AtomicStiffnessTask(
                    MaskedView.request(values),
                    MicroProperty.everyAtom(values),
                    values.text("scale").equals("spread") ? spread() : 1,
                    values.text("unknown").equals("zero"));
        }
    }

    private static double spread() {
        double[] known = IntStream.rangeClosed(1, Elements.KNOWN)
                .mapToObj(Elements::atomicStiffness)
                .flatMapToDouble(OptionalDouble::stream)
                .toArray();
        return Statistics.populationDeviation(known);
    }

    @Override
    public List<ViewRequest> views() {
        return List.of(view);
    }

    @Override
    public List<Head> heads() {
        return List.of(Head.perAtom(STIFFNESS, 1));
    }

    @Override
    public void label(int number, View of, Labels into) {
        double unknown = unknownAsZero ? 0 : Double.NaN;
        double[] values = new double[of.crystal().atoms()];
        Arrays.setAll(
                values,
                atom -> MaskedView.asks(of, atom, everyAtom)
                        ? Elements.atomicStiffness(of.crystal().atomicNumber(atom))
                                        .orElse(unknown)
                                / scale
                        : Double.NaN);
        into.atomValues(STIFFNESS, values);
    }

    @Override
    public <T> T loss(TensorAlgebra<T> algebra, Outputs<T> outputs, Targets<T> targets) {
        T perAtom = algebra.absoluteError(outputs.of(STIFFNESS, 0), targets.of(STIFFNESS, 0));
        return algebra.weightedMean(perAtom, targets.weights(STIFFNESS, 0));
    }
}
