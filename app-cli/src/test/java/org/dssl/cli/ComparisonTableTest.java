package org.dssl.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.TestCrystals;
import org.dssl.domain.statistics.CrystalFacts;
import org.dssl.domain.statistics.DatasetComparison;
import org.dssl.domain.statistics.DatasetProfile;
import org.junit.jupiter.api.Test;

class ComparisonTableTest {

    static DatasetComparison saltAndSilicon() {
        return DatasetComparison.of(
                profile("salt/", TestCrystals.rocksalt()),
                profile(
                        "both/",
                        TestCrystals.diamond(),
                        TestCrystals.cubicRocksalt().withId("salt again")));
    }

    private static DatasetProfile profile(String name, Crystal... crystals) {
        return DatasetProfile.of(
                name, List.of(crystals).stream().map(CrystalFacts::of).toList(), 3);
    }

    @Test
    void whatDiffersIsToldInNumbers() {
        String text = new ComparisonTable(saltAndSilicon()).text();
        assertTrue(text.startsWith(" A         salt/: 1 crystal, 3 skipped, 2 atoms, 2 elements\n"), text);
        assertTrue(text.contains("\n B         both/: 2 crystals, 3 skipped, 10 atoms, 3 elements\n"), text);
        assertTrue(text.contains("\n density, g/cm³ "), text);
        assertTrue(text.contains("\n Si                            0.0 %   20.0 %\n"), text);
        assertTrue(text.contains("\n cubic                       100.0 %  100.0 %\n"), text);
        assertTrue(text.contains("\n not in A  Si\n"), text);
        assertTrue(text.contains("1 of 2 crystals of B (50.0 %) are in A too\n           salt again as "), text);
    }

    @Test
    void theWarningStatesItsNumbers() {
        DatasetComparison different = DatasetComparison.of(
                profile("salt/", TestCrystals.rocksalt()), profile("silicon/", TestCrystals.diamond()));
        String text = new ComparisonTable(different).text();
        assertTrue(
                text.contains(
                        "\n warning   pretraining on A is unlikely to help on B: the divergence of their elements is"
                                + " 1.000, more than 0.85"),
                text);
        assertTrue(!new ComparisonTable(saltAndSilicon()).text().contains("warning"));
    }

    @Test
    void noColoursAreUsed() {
        assertTrue(!new ComparisonTable(saltAndSilicon()).text().contains("\u001B"));
    }
}
