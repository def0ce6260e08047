package org.dssl.app.pretrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.dssl.domain.augment.View;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.TestCrystals;
import org.dssl.domain.graph.CrystalGraph;
import org.dssl.domain.graph.GraphBuilder;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.domain.graph.Quotient;
import org.junit.jupiter.api.Test;

class ViewColoursTest {
    /** One Na, one Cl, both masked: the network sees two equal atoms, which the labels tell apart. */
    private static final Crystal ROCKSALT = TestCrystals.rocksalt();

    private static final View BOTH_MASKED = view(true, true);

    private static View view(boolean... masked) {
        CrystalGraph graph = GraphBuilder.build(ROCKSALT, GraphOptions.DEFAULT);
        return new View(ROCKSALT, ROCKSALT, graph, masked, new double[6]);
    }

    private static int classes(View view, LabelSet... labels) {
        return Quotient.of(view.graph(), ViewColours.of(view, List.of(labels)), 1e-4)
                .atoms();
    }

    private static LabelSet elements(int... classes) {
        LabelSet set = new LabelSet(BOTH_MASKED);
        set.atomClasses("element", classes);
        return set;
    }

    private static LabelSet stiffness(double... values) {
        LabelSet set = new LabelSet(BOTH_MASKED);
        set.atomValues("stiffness", values);
        return set;
    }

    @Test
    void atomsThatLookAlikeButHaveTwoLabelsStayTwo() {
        assertEquals(1, classes(BOTH_MASKED));
        assertEquals(2, classes(BOTH_MASKED, elements(10, 16)));
        assertEquals(2, classes(BOTH_MASKED, stiffness(0.1, Math.nextUp(0.1))));
        assertEquals(2, classes(BOTH_MASKED, stiffness(0.1, Double.NaN)));
    }

    @Test
    void equalLabelsLeaveOneClass() {
        assertEquals(1, classes(BOTH_MASKED, elements(3, 3), stiffness(Double.NaN, Double.NaN)));
    }

    @Test
    void oneTaskIsEnoughToTellAtomsApart() {
        assertEquals(2, classes(BOTH_MASKED, elements(-1, -1), stiffness(1, 2)));
        assertEquals(2, classes(BOTH_MASKED, stiffness(1, 2), elements(-1, -1)));
    }

    @Test
    void aMaskedAtomIsNotTheColourOfAnyElement() {
        int[] colours = ViewColours.of(view(true, false), List.of());
        assertNotEquals(colours[0], colours[1]);
    }
}
