package org.dssl.domain.diffraction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FormFactorTest {

    @Test
    void everyElectronScattersForwards() {
        for (int element = 1; element <= 98; element++) {
            assertEquals(element, FormFactor.of(element).orElseThrow().at(0));
        }
    }

    @Test
    void scatteringFallsWithTheAngleAndStaysPositive() {
        for (int element = 1; element <= 98; element++) {
            FormFactor factor = FormFactor.of(element).orElseThrow();
            double before = factor.at(0);
            for (double s = 0.02; s <= 0.6; s += 0.02) {
                double now = factor.at(s * s);
                assertTrue(0 < now && now < before, "element " + element + " at s = " + s);
                before = now;
            }
        }
    }

    @Test
    void einsteiniumAndNoElementHaveNone() {
        assertTrue(FormFactor.of(99).isEmpty());
        assertTrue(FormFactor.of(0).isEmpty());
    }
}
