package org.dssl.plugins.pretext;

import java.util.Arrays;
import java.util.List;
import org.dssl.domain.algebra.TensorAlgebra;
import org.dssl.domain.augment.View;
import org.dssl.domain.crystal.ElementColumn;
import org.dssl.domain.crystal.Elements;
import org.dssl.ports.config.Option;
import org.dssl.ports.config.OptionValues;
import org.dssl.ports.spi.Head;
import org.dssl.ports.spi.Labels;
import org.dssl.ports.spi.Outputs;
import org.dssl.ports.spi.PretextTask;
import org.dssl.ports.spi.Targets;
import org.dssl.ports.spi.ViewRequest;

/**
 * Predicts a property of the element of masked atoms: cross-entropy over its classes, or the absolute error of its number.
 *
 * @param everyAtom asks about the atoms that show their element too
 * @param head its name
 * @param classes 0 for a number
 * @param labels by atomic number − 1: what is trained towards, or the class; NaN leaves the element out
 */
record ElementPropertyTask(ViewRequest view, boolean everyAtom, String head, int classes, double[] labels)
        implements PretextTask {
    static final Option ATOMS = Option.choice(
            "atoms", "masked", List.of("masked", "all"), "Ask about the masked atoms only, or about every atom");

    /** @param values of {@link MaskedView#options} and {@link #ATOMS} */
    static PretextTask ofClasses(OptionValues values, String head, ElementColumn column) {
        return of(values, head, column.classes().size(), labels(column, 0, 1, Double.NaN));
    }

    /**
     * Trains towards (value − centre) / scale.
     *
     * @param unknown label of elements without a value; NaN leaves them out
     */
    static PretextTask ofNumbers(
            OptionValues values, String head, ElementColumn column, double centre, double scale, double unknown) {
        return of(values, head, 0, labels(column, centre, scale, unknown));
    }

    private static PretextTask of(OptionValues values, String head, int classes, double[] labels) {
        boolean everyAtom = values.text("atoms").equals("all");
        return new ElementPropertyTask(MaskedView.request(values), everyAtom, head, classes, labels);
    }

    private static double[] labels(ElementColumn column, double centre, double scale, double unknown) {
        double[] labels = new double[Elements.KNOWN];
        for (int number = 1; number <= Elements.KNOWN; number++) {
            double value = column.value(number).orElse(Double.NaN);
            labels[number - 1] = Double.isNaN(value) ? unknown : (value - centre) / scale;
        }
        return labels;
    }

    @Override
    public List<ViewRequest> views() {
        return List.of(view);
    }

    @Override
    public List<Head> heads() {
        return List.of(Head.perAtom(head, Math.max(1, classes)));
    }

    @Override
    public void label(int number, View of, Labels into) {
        double[] values = new double[of.crystal().atoms()];
        Arrays.setAll(
                values,
                atom -> MaskedView.asks(of, atom, everyAtom)
                        ? labels[of.crystal().atomicNumber(atom) - 1]
                        : Double.NaN);
        if (classes == 0) {
            into.atomValues(head, values);
        } else {
            into.atomClasses(
                    head,
                    Arrays.stream(values)
                            .mapToInt(value -> Double.isNaN(value) ? -1 : (int) value)
                            .toArray());
        }
    }

    @Override
    public <T> T loss(TensorAlgebra<T> algebra, Outputs<T> outputs, Targets<T> targets) {
        T output = outputs.of(head, 0);
        T target = targets.of(head, 0);
        T perAtom = classes == 0 ? algebra.absoluteError(output, target) : algebra.softmaxCrossEntropy(output, target);
        return algebra.weightedMean(perAtom, targets.weights(head, 0));
    }
}
