package org.dssl.domain.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.TestCrystals;
import org.junit.jupiter.api.Test;

class DatasetComparisonTest {
    private static final double ROUNDING = 1e-12;
    private static final List<Crystal> SALTS =
            List.of(TestCrystals.cubicRocksalt(), TestCrystals.caesiumChloride(), TestCrystals.perovskite());

    @Test
    void sharesCountAtomsAndCrystals() {
        ElementShares shares = ElementShares.of(SALTS);
        assertEquals(15, shares.atoms());
        assertEquals(5 / 15.0, shares.ofAtoms(17), ROUNDING, "Cl: four of rocksalt's cell, one of caesium chloride's");
        assertEquals(2 / 3.0, shares.ofCrystals(17), ROUNDING);
        assertEquals(1, shares.elements().stream().mapToDouble(shares::ofAtoms).sum(), ROUNDING);
    }

    @Test
    void sharesOfKeptCountsAreThoseOfTheCrystals() {
        ElementShares shares = ElementShares.of(SALTS);
        Map<Integer, ElementShares.Count> counts =
                shares.elements().stream().collect(Collectors.toMap(number -> number, shares::count));
        assertEquals(new ElementShares.Count(5, 2), counts.get(17));
        ElementShares kept = ElementShares.of(SALTS.size(), counts);
        assertEquals(shares.atoms(), kept.atoms());
        assertEquals(shares.ofCrystals(17), kept.ofCrystals(17), ROUNDING);
        assertEquals(0, shares.divergence(kept), ROUNDING);
    }

    @Test
    void aSetDoesNotDifferFromItself() {
        DatasetComparison comparison = compare(SALTS, SALTS);
        assertEquals(0, comparison.outlook().divergence(), ROUNDING);
        assertEquals(List.of(), comparison.absent());
        assertEquals(List.of(), comparison.outlook().warnings());
        assertEquals(SALTS.size(), comparison.duplicates().found().size());
        for (Quantity quantity : Quantity.values()) {
            Sample of = comparison.a().quantities().get(quantity);
            assertEquals(0, of.distance(comparison.b().quantities().get(quantity)), ROUNDING, quantity.text());
        }
    }

    @Test
    void elementsOfBThatALacksAreNamedTheMostFrequentFirst() {
        DatasetComparison comparison = compare(List.of(TestCrystals.caesiumChloride()), SALTS);
        assertEquals(List.of(11, 8, 22, 38), comparison.absent(), "4 Na, 3 O, 1 Ti, 1 Sr");
        assertEquals(9 / 15.0, comparison.outlook().rareShare(), ROUNDING);
        assertEquals(List.of(8, 11, 22, 38), comparison.outlook().rare());
    }

    @Test
    void disjointElementsDivergeWhollyAndAreWarnedOf() {
        DatasetComparison comparison = compare(List.of(TestCrystals.diamond()), SALTS);
        assertEquals(1, comparison.outlook().divergence(), ROUNDING);
        String warning = comparison.outlook().warnings().get(0);
        assertTrue(warning.contains("is 1.000, more than 0.85, and 100.0 % of B's atoms are of elements"), warning);
        assertTrue(warning.contains("(O, Na, Cl, Ti, Sr, Cs)"), warning);
    }

    @Test
    void anElementOfFewCrystalsOfAIsRareAlthoughItOccurs() {
        List<Crystal> many = Stream.concat(
                        Collections.nCopies(1500, TestCrystals.caesiumChloride()).stream(),
                        Stream.of(TestCrystals.diamond()))
                .toList();
        Outlook outlook = Outlook.of(ElementShares.of(many), ElementShares.of(List.of(TestCrystals.diamond())));
        assertEquals(List.of(14), outlook.rare());
        assertEquals(1, outlook.rareShare(), ROUNDING);
    }

    @Test
    void quantilesAreValuesOfTheSample() {
        Sample sample = new Sample(new double[] {5, 1, 4, 2, 3});
        assertEquals(1, sample.quantile(0));
        assertEquals(1, sample.quantile(0.2));
        assertEquals(2, sample.quantile(0.21));
        assertEquals(3, sample.quantile(0.5));
        assertEquals(5, sample.quantile(1));
    }

    @Test
    void histogramsLoseNothing() {
        Sample a = new Sample(new double[] {1, 2, 2, 3, 1000});
        Sample b = new Sample(new double[] {-40, 7});
        for (boolean whole : new boolean[] {true, false}) {
            Histogram histogram = Histogram.of(a, b, whole);
            assertEquals(1, Arrays.stream(histogram.a()).sum(), ROUNDING);
            assertEquals(1, Arrays.stream(histogram.b()).sum(), ROUNDING);
        }
        Histogram equal = Histogram.of(new Sample(new double[] {2}), new Sample(new double[] {2}), false);
        assertEquals(1, equal.a()[0], "a distribution without width has bins all the same");
    }

    @Test
    void smallWholeNumbersHaveABinEach() {
        Histogram histogram = Histogram.of(new Sample(new double[] {1, 2, 4}), new Sample(new double[] {2, 2}), true);
        assertEquals(1, histogram.width());
        assertEquals(4, histogram.a().length);
        assertEquals(0, histogram.a()[2], "no 3");
        assertEquals(1, histogram.b()[1]);
    }

    static DatasetComparison compare(List<Crystal> a, List<Crystal> b) {
        return DatasetComparison.of(profile("a", a), profile("b", b));
    }

    private static DatasetProfile profile(String name, List<Crystal> crystals) {
        return DatasetProfile.of(name, crystals.stream().map(CrystalFacts::of).toList(), 0);
    }
}
