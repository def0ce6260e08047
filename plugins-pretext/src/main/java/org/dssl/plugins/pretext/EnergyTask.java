package org.dssl.plugins.pretext;

import java.util.List;
import java.util.OptionalDouble;
import org.dssl.domain.algebra.TensorAlgebra;
import org.dssl.domain.augment.View;
import org.dssl.domain.crystal.Crystal;
import org.dssl.ports.config.Option;
import org.dssl.ports.config.OptionValues;
import org.dssl.ports.spi.Head;
import org.dssl.ports.spi.Labels;
import org.dssl.ports.spi.Outputs;
import org.dssl.ports.spi.PretextTask;
import org.dssl.ports.spi.Targets;
import org.dssl.ports.spi.ViewRequest;

/**
 * Predicts the energy of labelled crystals as a sum over atoms; L1 of the energy per atom, in spreads of what the composition
 * leaves open ({@link EnergyOffsets}).
 */
record EnergyTask(String label, boolean ofCell, List<Integer> hidden, EnergyOffsets offsets) implements PretextTask {
    private static final String ATOMIC = "atomic";
    private static final String ENERGY = "energy";

    /** The label's name and what it is the energy of. */
    static final List<Option> OPTIONS = List.of(
            Option.text("label", ENERGY, "Label of the crystals with their energy"),
            Option.choice("of", "cell", List.of("cell", "atom"), "Whether that is eV of the whole cell, or eV/atom"));

    /** Declares the task. */
    public static final class Provider extends BuiltinProvider {
        public Provider() {
            super("energy", "Predict the energy of crystals labelled with it (extended XYZ, JSON)");
        }

        @Override
        public List<Option> options() {
            return List.of(OPTIONS.get(0), OPTIONS.get(1), HeadWidths.HIDDEN);
        }

        @Override
        public PretextTask create(OptionValues values) {
            return new EnergyTask(
                    values.text("label"),
                    values.text("of").equals("cell"),
                    HeadWidths.hidden(values),
                    EnergyOffsets.NONE);
        }
    }

    @Override
    public PretextTask fit(List<Crystal> crystals) {
        return new EnergyTask(label, ofCell, hidden, EnergyOffsets.fitted(crystals, label, ofCell));
    }

    @Override
    public List<ViewRequest> views() {
        return List.of(ViewRequest.asIs());
    }

    @Override
    public List<Head> heads() {
        return List.of(Head.perAtom(ATOMIC, HeadWidths.with(hidden, 1)));
    }

    @Override
    public void label(int number, View of, Labels into) {
        OptionalDouble known = EnergyOffsets.perAtom(of.original(), label, ofCell);
        into.crystalValue(
                ENERGY,
                known.isPresent() ? (known.getAsDouble() - offsets.of(of.original())) / offsets.spread() : Double.NaN);
    }

    @Override
    public <T> T loss(TensorAlgebra<T> algebra, Outputs<T> outputs, Targets<T> targets) {
        T mean = algebra.div(outputs.sumOverAtoms(outputs.of(ATOMIC, 0), 0), outputs.atomCounts(0));
        T perCrystal = algebra.absoluteError(mean, targets.of(ENERGY, 0));
        return algebra.weightedMean(perCrystal, targets.weights(ENERGY, 0));
    }
}
