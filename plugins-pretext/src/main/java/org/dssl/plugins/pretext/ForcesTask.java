package org.dssl.plugins.pretext;

import java.util.Arrays;
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
 * Predicts the forces on the atoms of labelled crystals: as the gradient of an energy, or as a sum of vectors along the
 * bonds; the mean length of the error of an atom's force, in root mean squares of the data's forces. Unlike the error of
 * components, that does not depend on how the crystal is turned.
 *
 * @param energyWeight of the error of the energy whose gradient the forces are, in eV/atom over the same unit; 0 asks for the
 *     forces alone
 */
record ForcesTask(
        String label,
        boolean gradient,
        double energyWeight,
        String energyLabel,
        boolean ofCell,
        List<Integer> hidden,
        double unit,
        EnergyOffsets offsets)
        implements PretextTask {
    private static final String FORCES = "forces";
    private static final String ATOMIC = "atomic";
    private static final String ENERGY = "energy";

    /** Declares the task. */
    public static final class Provider extends BuiltinProvider {
        public Provider() {
            super("forces", "Predict the forces on the atoms of crystals labelled with them (extended XYZ, JSON)");
        }

        @Override
        public List<Option> options() {
            return List.of(
                    Option.text("label", FORCES, "Label of the crystals with their forces, eV/Å"),
                    Option.choice(
                            "method",
                            "gradient",
                            List.of("gradient", "pairwise"),
                            "Forces as −∂E/∂r of a learned energy, or as a learned sum along the bonds: faster, but of no"
                                    + " energy"),
                    Option.number(
                            "energy-weight",
                            0.0,
                            0,
                            1e6,
                            "",
                            "Weight of the energy's own error beside the forces', with method: gradient; needs energies"),
                    Option.text("energy-label", ENERGY, "Label of the crystals with their energy"),
                    EnergyTask.OPTIONS.get(1),
                    HeadWidths.HIDDEN);
        }

        @Override
        public PretextTask create(OptionValues values) {
            return new ForcesTask(
                    values.text("label"),
                    values.text("method").equals("gradient"),
                    values.number("energy-weight"),
                    values.text("energy-label"),
                    values.text("of").equals("cell"),
                    HeadWidths.hidden(values),
                    1,
                    EnergyOffsets.NONE);
        }
    }

    ForcesTask {
        if (energyWeight > 0 && !gradient) {
            throw new IllegalArgumentException(
                    "energy-weight is " + energyWeight + ", but pairwise forces have no energy; use method: gradient");
        }
    }

    @Override
    public PretextTask fit(List<Crystal> crystals) {
        double[] all = crystals.stream()
                .flatMap(crystal -> crystal.vectors(label).stream())
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .map(component -> component * component)
                .toArray();
        if (all.length == 0) {
            throw new IllegalArgumentException("no crystal has the label " + label
                    + " with three numbers for each atom; name the label of the forces, or give data with forces, such as"
                    + " extended XYZ.");
        }
        double rms = Math.sqrt(3 * Arrays.stream(all).average().orElseThrow());
        return new ForcesTask(
                label,
                gradient,
                energyWeight,
                energyLabel,
                ofCell,
                hidden,
                rms > 1e-9 ? rms : 1,
                energyWeight > 0 ? EnergyOffsets.fitted(crystals, energyLabel, ofCell) : offsets);
    }

    @Override
    public List<ViewRequest> views() {
        return List.of(ViewRequest.asIs());
    }

    @Override
    public List<Head> heads() {
        if (!gradient) {
            return List.of(Head.vectors(FORCES, hidden.toArray(Integer[]::new)));
        }
        Head energy = Head.perAtom(ATOMIC, HeadWidths.with(hidden, 1));
        return List.of(energy, Head.forces(FORCES, energy));
    }

    @Override
    public void label(int number, View of, Labels into) {
        double[] unknown = new double[3 * of.original().atoms()];
        Arrays.fill(unknown, Double.NaN);
        double[] forces = of.original().vectors(label).orElse(unknown);
        into.atomVectors(FORCES, Arrays.stream(forces).map(f -> f / unit).toArray());
        if (energyWeight > 0) {
            OptionalDouble known = EnergyOffsets.perAtom(of.original(), energyLabel, ofCell);
            into.crystalValue(
                    ENERGY, known.isPresent() ? (known.getAsDouble() - offsets.of(of.original())) / unit : Double.NaN);
        }
    }

    @Override
    public <T> T loss(TensorAlgebra<T> algebra, Outputs<T> outputs, Targets<T> targets) {
        T error = algebra.sub(outputs.of(FORCES, 0), targets.of(FORCES, 0));
        // A root has no slope at zero.
        T perAtom = algebra.sqrt(algebra.shift(algebra.sumColumns(algebra.square(error)), 1e-12));
        T ofForces = algebra.weightedMean(perAtom, targets.weights(FORCES, 0));
        if (energyWeight == 0) {
            return ofForces;
        }
        T mean = algebra.div(outputs.sumOverAtoms(outputs.of(ATOMIC, 0), 0), outputs.atomCounts(0));
        T perCrystal = algebra.absoluteError(mean, targets.of(ENERGY, 0));
        T ofEnergies = algebra.weightedMean(perCrystal, targets.weights(ENERGY, 0));
        return algebra.add(ofForces, algebra.scale(ofEnergies, energyWeight));
    }
}
