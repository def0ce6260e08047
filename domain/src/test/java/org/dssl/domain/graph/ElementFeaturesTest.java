package org.dssl.domain.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.Elements;
import org.dssl.domain.crystal.Lattice;
import org.dssl.domain.program.Feeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ElementFeaturesTest {
    private static final Crystal SALT = new Crystal(
            "salt",
            Lattice.ofParameters(4, 4, 4, 60, 60, 60),
            new int[] {11, 17},
            new double[] {0, 0, 0, .5, .5, .5},
            Map.of());

    private static double[] packed(FeatureOptions options, boolean... masked) {
        Feeds feeds = new Feeds();
        CrystalGraph graph = GraphBuilder.build(SALT, GraphOptions.DEFAULT);
        new GraphPacker(options).pack(List.of(new GraphPacker.Item(SALT, graph, masked)), "", feeds);
        Feeds.Numbers features = feeds.numbers("atom.features");
        assertEquals(options.columns(), features.columns());
        return features.values();
    }

    @ParameterizedTest
    @EnumSource
    void noElementLooksMasked(ElementFeatures elements) {
        for (int z = 1; z <= Elements.KNOWN; z++) {
            double[] row = new double[elements.columns()];
            elements.write(z, row, 0);
            assertTrue(Arrays.stream(row).sum() > 0, Elements.symbol(z));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMaskedAtomShowsNothingOfItsElement(ElementFeatures elements) {
        FeatureOptions options =
                FeatureOptions.of(GraphOptions.DEFAULT, false, false).withAtoms(AtomColumns.of(elements, false));
        double[] rows = packed(options, true, false);
        double[] masked = Arrays.copyOf(rows, options.columns());
        double[] other = Arrays.copyOfRange(rows, options.columns(), rows.length);
        assertEquals(0, Arrays.stream(masked, 0, elements.columns()).sum());
        assertEquals(elements.maskFlag() ? 1 : 0, Arrays.stream(masked).sum(), "the flag, if there is one");
        double[] chlorine = new double[options.columns()];
        elements.write(17, chlorine, 0);
        assertTrue(Arrays.equals(chlorine, other));
    }

    @Test
    void degreesFollowTheElements() {
        FeatureOptions options = FeatureOptions.of(GraphOptions.DEFAULT, true, false)
                .withAtoms(AtomColumns.of(ElementFeatures.PROPERTIES, true));
        double[] rows = packed(options, true, true);
        assertEquals(92 + 14, options.columns());
        // 6 + 12 neighbours count as 13 or more.
        assertEquals(1, rows[92 + 13]);
        assertEquals(2, Arrays.stream(rows).sum());
    }
}
