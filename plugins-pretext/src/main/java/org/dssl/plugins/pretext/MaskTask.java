package org.dssl.plugins.pretext;

import java.util.Arrays;
import java.util.List;
import org.dssl.domain.algebra.TensorAlgebra;
import org.dssl.domain.augment.View;
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
 * Predicts the hidden element of masked atoms: cross-entropy, mean over the masked atoms of the batch (eq. 2 of the
 * paper).
 *
 * @param outputs logits; the released code has 115, of which elements use the first
 */
record MaskTask(ViewRequest view, int outputs) implements PretextTask {
    private static final String ELEMENT = "element";

    /** Declares the task. */
    public static final class Provider extends BuiltinProvider {
        public Provider() {
            super("mask", "Predict the element of masked atoms");
        }

        @Override
        public List<Option> options() {
            return MaskedView.options(Option.integer(
                    "outputs",
                    (long) Elements.KNOWN,
                    Elements.KNOWN,
                    115,
                    "Logits of the head; the released code has 115"));
        }

        @Override
        public PretextTask create(OptionValues values) {
            return new MaskTask(MaskedView.request(values), values.integer("outputs"));
        }
    }

    @Override
    public List<ViewRequest> views() {
        return List.of(view);
    }

    @Override
    public List<Head> heads() {
        return List.of(Head.perAtom(ELEMENT, outputs));
    }

    @Override
    public void label(int number, View of, Labels into) {
        int[] classes = new int[of.crystal().atoms()];
        Arrays.setAll(classes, atom -> of.masked()[atom] ? of.crystal().atomicNumber(atom) - 1 : -1);
        into.atomClasses(ELEMENT, classes);
    }

    @Override
    public <T> T loss(TensorAlgebra<T> algebra, Outputs<T> outputs, Targets<T> targets) {
        T perAtom = algebra.softmaxCrossEntropy(outputs.of(ELEMENT, 0), targets.of(ELEMENT, 0));
        return algebra.weightedMean(perAtom, targets.weights(ELEMENT, 0));
    }
}
