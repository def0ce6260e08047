package org.dssl.app.pretrain;

import org.dssl.app.data.PreparedCrystal;
import org.dssl.domain.augment.Masking;
import org.dssl.domain.augment.Perturbation;
import org.dssl.domain.augment.View;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.graph.CrystalGraph;
import org.dssl.domain.graph.GraphBuilder;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.domain.random.RandomStream;
import org.dssl.ports.spi.Augmentation;
import org.dssl.ports.spi.ViewRequest;

/** Makes the views that tasks ask for. Stateless. */
record ViewBuilder(GraphOptions graphOptions) {

    View build(PreparedCrystal prepared, ViewRequest request, RandomStream random) {
        Crystal crystal = prepared.crystal();
        boolean[] masked = new boolean[crystal.atoms()];
        double[] displacement = new double[3 * crystal.atoms()];
        for (int k = 0; k < request.augmentations().size(); k++) {
            RandomStream draw = random.split(k);
            Augmentation augmentation = request.augmentations().get(k);
            if (augmentation instanceof Augmentation.Mask mask) {
                int[] unitOf = mask.unit() == Augmentation.Unit.CLASS ? prepared.classOf() : null;
                boolean[] more = Masking.draw(crystal.atoms(), unitOf, mask.ratio(), mask.floor(), draw);
                for (int i = 0; i < masked.length; i++) {
                    masked[i] |= more[i];
                }
            } else if (augmentation instanceof Augmentation.Perturb perturb) {
                double[] more = Perturbation.draw(crystal.atoms(), perturb.minimum(), perturb.maximum(), draw);
                crystal = Perturbation.move(crystal, more);
                for (int i = 0; i < more.length; i++) {
                    displacement[i] += more[i];
                }
            }
        }
        CrystalGraph graph =
                crystal == prepared.crystal() ? prepared.full() : GraphBuilder.build(crystal, graphOptions);
        return new View(prepared.crystal(), crystal, graph, masked, displacement);
    }
}
