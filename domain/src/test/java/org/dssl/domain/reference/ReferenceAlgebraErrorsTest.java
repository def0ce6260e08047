package org.dssl.domain.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dssl.domain.algebra.Index;
import org.junit.jupiter.api.Test;

/** A mistake in a model's shapes is told where it is made, with the operation and the shapes. */
class ReferenceAlgebraErrorsTest {
    private final ReferenceAlgebra algebra = ReferenceAlgebra.withoutGradients();
    private final Tensor twoByThree = algebra.constant(new double[6], 2, 3);
    private final Tensor threeByTwo = algebra.constant(new double[6], 3, 2);

    private static void assertRefused(String message, Runnable action) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, action::run).getMessage());
    }

    @Test
    void shapesThatDoNotMeetAreNamed() {
        assertRefused("add: the shapes [2, 3] and [3, 2] do not broadcast", () -> algebra.add(twoByThree, threeByTwo));
        assertRefused(
                "matmul: tensor [2, 3] times tensor [2, 3] is not a matrix product",
                () -> algebra.matmul(twoByThree, twoByThree));
        assertRefused(
                "concat: [tensor [2, 3], tensor [3, 2]] differ in more than the last axis",
                () -> algebra.concat(List.of(twoByThree, threeByTwo)));
        assertRefused("6 values do not fill the shape [2, 4]", () -> algebra.reshapeRows(twoByThree, 4));
    }

    @Test
    void rangesBeyondATensorAreNamed() {
        assertRefused("columns: 1 to 4 is not within tensor [2, 3]", () -> algebra.columns(twoByThree, 1, 4));
        assertRefused("rows: 2 to 1 is not within tensor [2, 3]", () -> algebra.rows(twoByThree, 2, 1));
        assertRefused("sumAxis: axis 2 of tensor [2, 3] holds the rows", () -> algebra.sumAxis(twoByThree, 2));
    }

    @Test
    void anIndexForOtherRowsIsRefused() {
        Index pairs = algebra.index(new int[] {0, 4}, 5);
        assertRefused(
                "gather: the index is for 5 rows, found a tensor [2, 3]", () -> algebra.gather(twoByThree, pairs));
        assertRefused(
                "segmentSum: the index is for 2 rows, found a tensor [3, 2]",
                () -> algebra.segmentSum(threeByTwo, pairs));
        assertRefused(
                "entry 1 of an index points to row 5, allowed are 0 to 4", () -> algebra.index(new int[] {0, 5}, 5));
    }

    @Test
    void aGradientThatDoesNotExistIsAbsent() {
        ReferenceAlgebra recording = ReferenceAlgebra.recording();
        Tensor x = recording.variable(new double[1], 1, 1);
        Tensor y = recording.stopGradient(recording.exp(x));
        assertTrue(recording.gradients(y, List.of(x)).isEmpty());
    }
}
