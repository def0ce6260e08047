package org.dssl.app.pretrain;

import org.dssl.app.data.PreparedCrystal;
import org.dssl.domain.augment.EdgeDropping;
import org.dssl.domain.augment.Masking;
import org.dssl.domain.augment.Perturbation;
import org.dssl.domain.augment.View;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.graph.CrystalGraph;
import org.dssl.domain.graph.EdgeSubset;
import org.dssl.domain.graph.GraphBuilder;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.domain.random.RandomStream;
import org.dssl.ports.spi.Augmentation;
import org.dssl.ports.spi.ViewRequest;

/** Makes the views that tasks ask for. Stateless. */
record ViewBuilder(GraphOptions graphOptions) {

    View build(PreparedCrystal prepared, ViewRequest request, RandomStream random) {
        Crystal original = prepared.crystal();
        Crystal crystal = original;
        boolean[] masked = new boolean[crystal.atoms()];
        double[] displacement = new double[3 * crystal.atoms()];
        for (int k = 0; k < request.augmentations().size(); k++) {
            RandomStream draw = random.split(k);
            Augmentation augmentation = request.augmentations().get(k);
            if (augmentation instanceof Augmentation.Mask mask) {
                boolean[] more = masking(mask).draw(prepared.classOf(), draw);
                for (int i = 0; i < masked.length; i++) {
                    masked[i] |= more[i];
                }
            } else if (augmentation instanceof Augmentation.Perturb perturb) {
                double[] more = new Perturbation(perturb.minimum(), perturb.maximum()).draw(crystal.atoms(), draw);
                crystal = crystal.moved(more);
                for (int i = 0; i < more.length; i++) {
                    displacement[i] += more[i];
                }
            }
        }
        CrystalGraph graph = crystal == original ? prepared.full() : GraphBuilder.build(crystal, graphOptions);
        return new View(original, crystal, withoutDropped(graph, request, random), masked, displacement);
    }

    private static CrystalGraph withoutDropped(CrystalGraph graph, ViewRequest request, RandomStream random) {
        CrystalGraph rest = graph;
        for (int k = 0; k < request.augmentations().size(); k++) {
            if (request.augmentations().get(k) instanceof Augmentation.DropEdges drop) {
                boolean[] dropped = new EdgeDropping(drop.ratio()).draw(rest, random.split(k));
                rest = EdgeSubset.without(rest, dropped);
            }
        }
        return rest;
    }

    private static Masking masking(Augmentation.Mask mask) {
        return new Masking(
                mask.ratio(),
                mask.unit() == Augmentation.Unit.CLASS ? Masking.Unit.CLASS : Masking.Unit.ATOM,
                mask.floor() ? Masking.Count.FLOOR_PLUS_ONE : Masking.Count.ROUND);
    }
}
