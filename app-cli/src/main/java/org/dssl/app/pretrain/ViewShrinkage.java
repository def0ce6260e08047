package org.dssl.app.pretrain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.dssl.domain.graph.Shrinkage;
import org.dssl.ports.run.RunFolder;
import org.dssl.ports.run.RunSummary;

/**
 * How far views shrink: masks leave some symmetry, displacements none. Views are drawn anew each epoch; those of the first
 * epoch are counted, of some crystals, and kept with the pretrained weights, since a later run may only fine-tune.
 */
public final class ViewShrinkage {
    /** Crystals whose views are counted. */
    private static final int CRYSTALS = 1000;

    private static final String FACT = "views";

    private ViewShrinkage() {}

    static Map<String, Object> facts(PretrainBatches batches) {
        Shrinkage size = batches.shrinkage(CRYSTALS);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("crystals", Math.min(CRYSTALS, batches.order().rows().length));
        facts.put("atoms", size.atoms());
        facts.put("edges", size.edges());
        facts.put("angles", size.angles());
        facts.put("quotient-atoms", size.quotientAtoms());
        facts.put("quotient-edges", size.quotientEdges());
        facts.put("quotient-angles", size.quotientAngles());
        return Map.of(FACT, facts);
    }

    /** Of a finished pretraining. */
    public static Optional<RunSummary.Graphs> of(RunFolder folder) {
        return folder.loadModel(Pretrainer.MODEL)
                .map(model -> model.extra().get(FACT))
                .map(fact -> (Map<?, ?>) fact)
                .map(facts -> new RunSummary.Graphs(
                        String.format("pretraining views of %,d crystals", number(facts, "crystals")),
                        new Shrinkage(
                                number(facts, "atoms"),
                                number(facts, "edges"),
                                number(facts, "angles"),
                                number(facts, "quotient-atoms"),
                                number(facts, "quotient-edges"),
                                number(facts, "quotient-angles"))));
    }

    private static long number(Map<?, ?> facts, String name) {
        return ((Number) facts.get(name)).longValue();
    }
}
