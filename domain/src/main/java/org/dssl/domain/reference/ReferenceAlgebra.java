package org.dssl.domain.reference;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.dssl.domain.algebra.Index;

/**
 * The algebra computed at once, in double precision on one thread. An algebra that records lets its results be
 * differentiated with respect to {@link #variable variables}; a gradient is made of the same operations, so that one
 * computed with a recording algebra can be differentiated again. Has no state: safe for use by several threads.
 */
public final class ReferenceAlgebra extends ElementwiseOperations {

    private ReferenceAlgebra(boolean recording) {
        super(recording);
    }

    /** Results remember what they were computed from. */
    public static ReferenceAlgebra recording() {
        return new ReferenceAlgebra(true);
    }

    /** Results are constants: for evaluation, and for gradients that are not differentiated again. */
    public static ReferenceAlgebra withoutGradients() {
        return new ReferenceAlgebra(false);
    }

    /** A tensor to differentiate with respect to. */
    public Tensor variable(double[] values, int... shape) {
        return Tensor.variable(values.clone(), shape.clone());
    }

    /** @throws IllegalArgumentException if an entry points outside the range */
    public Index index(int[] ids, int range) {
        return new RowIndex(ids.clone(), range);
    }

    /**
     * Gradients of the sum of y, which a recording algebra computed, with respect to variables or to results on the
     * way to y. A tensor that y does not depend on is absent.
     */
    public Map<Tensor, Tensor> gradients(Tensor y, Collection<Tensor> withRespectTo) {
        return Backpropagation.gradients(this, y, withRespectTo, true);
    }

    /** The same with statistics of the batch as constants. */
    Map<Tensor, Tensor> gradientsBesideStatistics(Tensor y, Collection<Tensor> withRespectTo) {
        return Backpropagation.gradients(this, y, withRespectTo, false);
    }

    @Override
    public Tensor batchStatistic(Tensor x) {
        return x.isTracked()
                ? Tensor.batchStatistic(x.values, x.shape, List.of(new Tensor.Edge(x, (k, y, g) -> g)))
                : x;
    }

    @Override
    public Tensor matmul(Tensor a, Tensor b, boolean transposeA, boolean transposeB) {
        Tensor left = transposeA ? transposed(a) : a;
        Tensor right = transposeB ? transposed(b) : b;
        if (left.rank() != 2 || right.rank() != 2 || left.shape[1] != right.shape[0]) {
            throw new IllegalArgumentException("matmul: " + left + " times " + right + " is not a matrix product");
        }
        int[] shape = {left.shape[0], right.shape[1]};
        return result(
                MatrixProduct.multiply(left.values, right.values, shape[0], left.shape[1], shape[1]),
                shape,
                edge(
                        a,
                        (k, y, g) ->
                                transposeA ? k.matmul(b, g, transposeB, true) : k.matmul(g, b, false, !transposeB)),
                edge(
                        b,
                        (k, y, g) ->
                                transposeB ? k.matmul(g, a, true, transposeA) : k.matmul(a, g, !transposeA, false)));
    }

    /** Without a way back: {@link #matmul} has its own. */
    private static Tensor transposed(Tensor x) {
        if (x.rank() != 2) {
            throw new IllegalArgumentException("matmul: " + x + " is not a matrix");
        }
        double[] values = x.shape[0] == 1 || x.shape[1] == 1
                ? x.values
                : MatrixProduct.transpose(x.values, x.shape[0], x.shape[1]);
        return Tensor.constant(values, x.shape[1], x.shape[0]);
    }

    @Override
    public Tensor sumColumns(Tensor x) {
        checkAxis("sumColumns", x, 1);
        return sumTo(x, Shapes.with(x.shape, 1, 1));
    }

    @Override
    public Tensor sumAxis(Tensor x, int fromRight) {
        checkAxis("sumAxis", x, fromRight);
        if (fromRight == x.rank()) {
            throw new IllegalArgumentException("sumAxis: axis " + fromRight + " of " + x + " holds the rows");
        }
        int[] rest = new int[x.rank() - 1];
        int gone = x.rank() - fromRight;
        for (int axis = 0; axis < rest.length; axis++) {
            rest[axis] = x.shape[axis < gone ? axis : axis + 1];
        }
        return reshape(sumTo(x, Shapes.with(x.shape, fromRight, 1)), rest);
    }

    @Override
    public Tensor weightedSum(Tensor x, Tensor weights) {
        return matmul(weights, x, true, false);
    }

    @Override
    public Tensor total(Tensor weights) {
        return sumTo(weights, new int[] {1, 1});
    }

    @Override
    public Tensor gather(Tensor x, Index index) {
        RowIndex rows = RowIndex.of(index);
        checkRows("gather", x, rows.range(), rows.pointsInto(x.rows()));
        int[] shape = Shapes.with(x.shape, x.rank(), rows.ids().length);
        return result(rows.gather(x), shape, edge(x, (k, y, g) -> k.segmentSum(g, index)));
    }

    @Override
    public Tensor segmentSum(Tensor x, Index index) {
        RowIndex rows = RowIndex.of(index);
        checkRows("segmentSum", x, rows.ids().length, rows.ids().length == x.rows());
        int[] shape = Shapes.with(x.shape, x.rank(), rows.range());
        return result(rows.sum(x), shape, edge(x, (k, y, g) -> k.gather(g, index)));
    }

    @Override
    public Tensor segmentMax(Tensor x, Index index) {
        RowIndex rows = RowIndex.of(index);
        checkRows("segmentMax", x, rows.ids().length, rows.ids().length == x.rows());
        return Tensor.constant(rows.max(x), Shapes.with(x.shape, x.rank(), rows.range()));
    }

    private static void checkRows(String operation, Tensor x, int expected, boolean fits) {
        if (x.rank() == 0 || !fits) {
            throw new IllegalArgumentException(operation + ": the index is for " + expected + " rows, found a " + x);
        }
    }

    @Override
    public Tensor logSoftmax(Tensor logits) {
        Tensor max = Tensor.constant(rowMaxima(logits), Shapes.with(logits.shape, 1, 1));
        ReferenceAlgebra plain = withoutGradients();
        Tensor shifted = plain.sub(logits, max);
        Tensor value = plain.sub(shifted, plain.log(plain.sumColumns(plain.exp(shifted))));
        return result(value.values, value.shape, edge(logits, (k, y, g) -> k.sub(g, k.mul(k.exp(y), k.sumColumns(g)))));
    }

    private static double[] rowMaxima(Tensor x) {
        int columns = x.columns();
        double[] maxima = new double[Shapes.size(Shapes.with(x.shape, 1, 1))];
        for (int row = 0; row < maxima.length; row++) {
            maxima[row] = Double.NEGATIVE_INFINITY;
            for (int c = 0; c < columns; c++) {
                maxima[row] = Math.max(maxima[row], x.values[row * columns + c]);
            }
        }
        return maxima;
    }
}
