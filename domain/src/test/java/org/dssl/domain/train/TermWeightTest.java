package org.dssl.domain.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class TermWeightTest {
    @Test
    void itGoesLinearlyAndStaysThere() {
        TermWeight weight = new TermWeight(0.2, 1, 4);
        assertEquals(0.2, weight.at(0), 1e-15);
        assertEquals(0.6, weight.at(2), 1e-15);
        assertEquals(1, weight.at(4), 1e-15);
        assertEquals(1, weight.at(40), 1e-15);
    }

    @Test
    void aConstantDoesNotChange() {
        assertFalse(TermWeight.constant(0.3).changes());
        assertEquals(0.3, TermWeight.constant(0.3).at(7));
    }
}
