package org.dssl.plugins.pretext;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.TestCrystals;
import org.dssl.ports.config.Option;
import org.dssl.ports.config.OptionValues;
import org.dssl.ports.spi.PretextTask;
import org.junit.jupiter.api.Test;

class PowderXrdTaskTest {
    private static final double[] SHARES = {0.5, 0.125, 0.375};

    private static PowderXrdTask task(Map<String, Object> settings) {
        PowderXrdTask.Provider provider = new PowderXrdTask.Provider();
        Map<String, Object> values = new HashMap<>();
        for (Option option : provider.options()) {
            values.put(option.name(), settings.getOrDefault(option.name(), option.defaultValue()));
        }
        return (PowderXrdTask) provider.create(new OptionValues(values));
    }

    private static PowderXrdTask predict(String loss) {
        return task(Map.of("bins", 3L, "loss", loss));
    }

    private static PowderXrdTask contrast() {
        return task(Map.of("mode", "contrast", "temperature", 0.5));
    }

    /** The loss of predictions for one crystal with the pattern above and one of unknown pattern. */
    private static double loss(String name, double... predicted) {
        PowderXrdTask task = predict(name);
        double[][] outputs = {predicted, {7, -3, 2}};
        double[][] patterns = {task.scaled(SHARES), {0, 0, 0}};
        return new GivenBatch(Map.of("pattern", outputs), Map.of("pattern", patterns), 1, 0).loss(task);
    }

    @Test
    void predictingThePatternItselfCostsNothing() {
        assertEquals(0, loss("squared", 1, 0.25, 0.75), 1e-12);
        assertEquals(0, loss("absolute", 1, 0.25, 0.75), 1e-12);
        assertEquals(0, loss("divergence", Math.log(4), Math.log(1), Math.log(3)), 1e-12);
    }

    @Test
    void errorsAreMeansOverTheBinsOfCrystalsWithAPattern() {
        assertEquals((0.25 + 0.0625) / 3, loss("squared", 0.5, 0.25, 1), 1e-12);
        assertEquals((0.5 + 0.25) / 3, loss("absolute", 0.5, 0.25, 1), 1e-12);
    }

    @Test
    void theDivergenceOfEqualSharesIsWhatTheyLackOfInformation() {
        double expected = 0.5 * Math.log(0.5 * 3) + 0.125 * Math.log(0.125 * 3) + 0.375 * Math.log(0.375 * 3);
        assertEquals(expected, loss("divergence", 5, 5, 5), 1e-12);
    }

    @Test
    void patternsForTheContrastHaveAMeanSquareOfOne() {
        double[] scaled = task(Map.of("mode", "contrast", "bins", 3L)).scaled(SHARES);
        assertArrayEquals(new double[] {Math.sqrt(1.5), Math.sqrt(0.375), Math.sqrt(1.125)}, scaled, 1e-12);
    }

    /** Two crystals whose embeddings are at right angles, each on its pattern's: logits 2 and 0. */
    @Test
    void theContrastIsTheCrossEntropyOfThePairs() {
        double[][] unit = {{1, 0}, {0, 1}};
        GivenBatch batch = new GivenBatch(Map.of("crystal", unit), Map.of("pattern", unit), 1, 1);
        assertEquals(Math.log(1 + Math.exp(-2)), batch.loss(contrast()), 1e-9);
    }

    @Test
    void aCrystalWithoutPatternIsNobodysOther() {
        double[][] crystals = {{1, 0}, {0, 2}, {0.6, 0.8}};
        double[][] patterns = {{3, 1}, {1, 1}, {0, 0}};
        double[][] two = {crystals[0], crystals[1]};
        double without = new GivenBatch(
                        Map.of("crystal", two), Map.of("pattern", new double[][] {patterns[0], patterns[1]}), 1, 1)
                .loss(contrast());
        double with =
                new GivenBatch(Map.of("crystal", crystals), Map.of("pattern", patterns), 1, 1, 0).loss(contrast());
        assertEquals(without, with, 1e-12);
    }

    @Test
    void aBatchWithoutAnyPatternCostsNothing() {
        double[][] rows = {{1, 0}, {0, 2}};
        GivenBatch batch = new GivenBatch(Map.of("crystal", rows), Map.of("pattern", new double[2][2]), 0, 0);
        assertEquals(0, batch.loss(contrast()));
    }

    @Test
    void dataWithoutAnyPatternIsRefused() {
        Crystal einsteinium = new Crystal("Es", TestCrystals.cubic(4), new int[] {99}, new double[3], Map.of());
        PretextTask task = predict("squared");
        String message = assertThrows(IllegalArgumentException.class, () -> task.fit(List.of(einsteinium)))
                .getMessage();
        assertTrue(message.contains("5.0° and 90.0°"), message);
        assertEquals(task, task.fit(List.of(einsteinium, TestCrystals.fcc())));
    }

    @Test
    void settingsThatCannotBeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> task(Map.of("minimum", 90.0, "maximum", 20.0)));
        assertThrows(IllegalArgumentException.class, () -> task(Map.of("mode", "contrast", "projector", List.of())));
    }
}
