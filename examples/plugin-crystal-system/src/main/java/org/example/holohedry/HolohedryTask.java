package org.example.holohedry;

import java.util.List;
import org.dssl.domain.algebra.TensorAlgebra;
import org.dssl.domain.augment.View;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.symmetry.LatticeSystem;
import org.dssl.ports.spi.Head;
import org.dssl.ports.spi.Labels;
import org.dssl.ports.spi.Outputs;
import org.dssl.ports.spi.PretextTask;
import org.dssl.ports.spi.Targets;
import org.dssl.ports.spi.ViewRequest;

/**
 * Predicts the holohedry of the lattice: cross-entropy, mean over the crystals of the batch. The label is free: it follows
 * from the lattice vectors alone, once they are brought to their Niggli-reduced form, so that it does not depend on which
 * cell of the crystal was given.
 *
 * <p>A record is a good form for a task: immutable, and its settings are all it has.
 *
 * @param hidden width of the head's hidden layer
 * @param tolerance by how much a rotated lattice vector may miss a vector of the lattice, Å
 */
record HolohedryTask(int hidden, double tolerance) implements PretextTask {
    /** The head, and the label that it predicts: they share their name, by which dssl knows how many classes there are. */
    private static final String HOLOHEDRY = "holohedry";

    /** One view: the crystal as it is, nothing masked, nothing moved. Tasks that ask for the same view share it. */
    @Override
    public List<ViewRequest> views() {
        return List.of(ViewRequest.asIs());
    }

    /** One head on the crystal's embedding: a hidden layer, then a logit for each class. */
    @Override
    public List<Head> heads() {
        return List.of(Head.perCrystal(HOLOHEDRY, hidden, LatticeSystem.values().length));
    }

    /** Called for one crystal at a time, by several threads at once. A class that is not known would be −1. */
    @Override
    public void label(int view, View of, Labels into) {
        into.crystalClass(HOLOHEDRY, holohedry(of.original()).ordinal());
    }

    LatticeSystem holohedry(Crystal crystal) {
        return LatticeSystem.of(crystal.lattice(), tolerance);
    }

    /** Written once, in the algebra; every backend computes it, and finds its gradient. */
    @Override
    public <T> T loss(TensorAlgebra<T> algebra, Outputs<T> outputs, Targets<T> targets) {
        T perCrystal = algebra.softmaxCrossEntropy(outputs.of(HOLOHEDRY, 0), targets.of(HOLOHEDRY, 0));
        return algebra.weightedMean(perCrystal, targets.weights(HOLOHEDRY, 0));
    }
}
