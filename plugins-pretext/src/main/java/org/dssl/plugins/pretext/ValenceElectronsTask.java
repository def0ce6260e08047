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

/** Predicts the number of valence electrons, one of 17 classes, of masked atoms: the micro-property of band gaps. */
record ValenceElectronsTask(ViewRequest view, boolean everyAtom) implements PretextTask {
    private static final String ELECTRONS = "electrons";
    private static final int CLASSES = 17;

    /** Declares the task. */
    public static final class Provider extends BuiltinProvider {
        public Provider() {
            super("valence-electrons", "Predict the number of valence electrons (1 … 17) of masked atoms");
        }

        @Override
        public List<Option> options() {
            return MaskedView.options(MicroProperty.ATOMS);
        }

        @Override
        public PretextTask create(OptionValues values) {
            return new ValenceElectronsTask(MaskedView.request(values), MicroProperty.everyAtom(values));
        }
    }

    @Override
    public List<ViewRequest> views() {
        return List.of(view);
    }

    @Override
    public List<Head> heads() {
        return List.of(Head.perAtom(ELECTRONS, CLASSES));
    }

    @Override
    public void label(int number, View of, Labels into) {
        int[] classes = new int[of.crystal().atoms()];
        Arrays.setAll(
                classes,
                atom -> MaskedView.asks(of, atom, everyAtom)
                        ? Elements.valenceElectrons(of.crystal().atomicNumber(atom))
                                        .orElse(0)
                                - 1
                        : -1);
        into.atomClasses(ELECTRONS, classes);
    }

    @Override
    public <T> T loss(TensorAlgebra<T> algebra, Outputs<T> outputs, Targets<T> targets) {
        T perAtom = algebra.softmaxCrossEntropy(outputs.of(ELECTRONS, 0), targets.of(ELECTRONS, 0));
        return algebra.weightedMean(perAtom, targets.weights(ELECTRONS, 0));
    }
}
