package org.dssl.domain.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.TestCrystals;
import org.dssl.domain.graph.CrystalGraph;
import org.dssl.domain.graph.FeatureOptions;
import org.dssl.domain.graph.GraphBuilder;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.domain.graph.GraphPacker;
import org.dssl.domain.program.Feeds;
import org.dssl.domain.program.NamedArray;
import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.reference.ReferenceSession;
import org.junit.jupiter.api.Test;

class AlignnTest {

    @Test
    void thePublishedSizesHaveThePublishedNumberOfParameters() {
        PropertyProgram program = new PropertyProgram(
                Alignn.STANDARD, 92, 1, Tap.BEFORE_ATTENTION, Pooling.MEAN, PropertyProgram.Loss.MSE);
        try (ReferenceSession session = new ReferenceSession(program, OptimiserOptions.adamW(0, false), 1)) {
            int parameters = session.state().weights().values().stream()
                    .filter(NamedArray::trained)
                    .mapToInt(array -> array.values().length)
                    .sum();
            assertEquals(4_026_753, parameters);
        }
    }

    @Test
    void gaussiansOverlapByTheirSpacing() {
        assertEquals(9.875, Alignn.STANDARD.lengths().gamma());
        assertEquals(19.5, Alignn.STANDARD.cosines().gamma());
        assertEquals(8, Alignn.STANDARD.lengths().centres().get(79), 1e-12);
        assertEquals(-1, Alignn.STANDARD.cosines().centres().get(0));
    }

    /** Bonds to own images included: in the longer cell they lead to another atom. */
    @Test
    void aCellAndItsSupercellAreOneCrystal() {
        GraphOptions graphs = GraphOptions.DEFAULT.withAngles(true);
        GraphPacker packer = new GraphPacker(FeatureOptions.of(graphs, false, false));
        PropertyProgram program = new PropertyProgram(
                new Alignn(8, 6, 2, 1), 101, 1, Tap.BEFORE_ATTENTION, Pooling.MEAN, PropertyProgram.Loss.MSE);
        List<Crystal> cells = List.of(TestCrystals.fcc(), TestCrystals.wurtzite(), TestCrystals.rutile());
        try (ReferenceSession session = new ReferenceSession(program, OptimiserOptions.adamW(0, false), 1)) {
            for (Crystal cell : cells) {
                double[] predictions = new double[2];
                for (int i = 0; i < 2; i++) {
                    Crystal crystal = i == 0 ? cell : TestCrystals.supercell(cell, 2, 1, 2);
                    Feeds feeds = new Feeds()
                            .numbers(PropertyProgram.TARGET, new double[1], 1, 1)
                            .numbers(PropertyProgram.WEIGHT, new double[1], 1, 1);
                    CrystalGraph graph = GraphBuilder.build(crystal, graphs);
                    packer.pack(List.of(new GraphPacker.Item(crystal, graph, null)), "", feeds);
                    predictions[i] = session.evaluate(feeds)
                            .values()
                            .get(PropertyProgram.PREDICTION)
                            .values()[0];
                }
                assertEquals(predictions[0], predictions[1], 1e-9);
            }
        }
    }
}
