package org.dssl.domain.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.DoubleUnaryOperator;
import org.dssl.domain.algebra.Index;
import org.dssl.domain.algebra.TensorAlgebra;

/**
 * The algebra in double precision, eagerly, with reverse-mode differentiation. The backward pass is made of the same
 * operations, so gradients can be differentiated again. Not thread-safe.
 */
public final class ReferenceAlgebra implements TensorAlgebra<Value> {
    private final Kernels kernels = new Kernels(this);
    private long created;

    // ---- leaves and gradients ----

    /** A value that gradients can be asked for. */
    public Value variable(double[] values, int... shape) {
        return new Value(shape, values, List.of(), null, created++, true);
    }

    @Override
    public Value constant(double[] values, int... shape) {
        if (Shapes.size(shape) != values.length) {
            throw new IllegalArgumentException(values.length + " values do not fill shape " + Arrays.toString(shape));
        }
        return new Value(shape, values, List.of(), null, created++, false);
    }

    Value node(int[] shape, double[] data, List<Value> parents, Value.Backward backward) {
        boolean differentiable = false;
        for (Value parent : parents) {
            differentiable |= parent.differentiable;
        }
        return differentiable
                ? new Value(shape, data, parents, backward, created++, true)
                : new Value(shape, data, List.of(), null, created++, false);
    }

    /**
     * Gradients of the sum of {@code of}'s entries with respect to each of {@code by}; absent where nothing depends.
     */
    public Map<Value, Value> gradients(Value of, Collection<Value> by) {
        Map<Value, Value> gradients = new HashMap<>();
        double[] ones = new double[of.data.length];
        Arrays.fill(ones, 1);
        gradients.put(of, constant(ones, of.shape));
        PriorityQueue<Value> open = new PriorityQueue<>((a, b) -> Long.compare(b.number, a.number));
        open.add(of);
        while (!open.isEmpty()) {
            Value value = open.poll();
            if (value.backward == null) {
                continue;
            }
            List<Value> parts = value.backward.of(gradients.get(value));
            for (int i = 0; i < value.parents.size(); i++) {
                Value parent = value.parents.get(i);
                if (parent.differentiable) {
                    Value known = gradients.get(parent);
                    if (known == null) {
                        open.add(parent);
                    }
                    gradients.put(parent, known == null ? parts.get(i) : add(known, parts.get(i)));
                }
            }
        }
        gradients.keySet().retainAll(new ArrayList<>(by));
        return gradients;
    }

    // ---- shape ----

    @Override
    public int dimension(Value x, int fromRight) {
        return x.shape[x.shape.length - fromRight];
    }

    @Override
    public Value reshapeRows(Value x, int... trailing) {
        int[] shape = new int[trailing.length + 1];
        shape[0] = x.rows();
        System.arraycopy(trailing, 0, shape, 1, trailing.length);
        return reshape(x, shape);
    }

    @Override
    public Value reshape(Value x, int... shape) {
        if (Shapes.size(shape) != x.data.length) {
            throw new IllegalArgumentException(
                    "shape " + Arrays.toString(x.shape) + " cannot become " + Arrays.toString(shape));
        }
        return node(shape, x.data, List.of(x), g -> List.of(reshape(g, x.shape)));
    }

    @Override
    public Value concat(List<Value> parts) {
        Value first = parts.get(0);
        int axis = first.shape.length - 1;
        int columns = parts.stream().mapToInt(Value::last).sum();
        Value joined = null;
        int at = 0;
        for (Value part : parts) {
            Value padded = kernels.pad(part, axis, at, columns);
            joined = joined == null ? padded : add(joined, padded);
            at += part.last();
        }
        return joined;
    }

    @Override
    public Value columns(Value x, int from, int to) {
        return kernels.slice(x, x.shape.length - 1, from, to);
    }

    @Override
    public Value rows(Value x, int from, int to) {
        return kernels.slice(x, 0, from, to);
    }

    // ---- elementwise ----

    @Override
    public Value add(Value a, Value b) {
        return kernels.binary(a, b, (x, y) -> x + y, (g, x, y) -> List.of(g, g));
    }

    @Override
    public Value sub(Value a, Value b) {
        return kernels.binary(a, b, (x, y) -> x - y, (g, x, y) -> List.of(g, neg(g)));
    }

    @Override
    public Value mul(Value a, Value b) {
        return kernels.binary(a, b, (x, y) -> x * y, (g, x, y) -> List.of(mul(g, y), mul(g, x)));
    }

    @Override
    public Value div(Value a, Value b) {
        return kernels.binary(
                a, b, (x, y) -> x / y, (g, x, y) -> List.of(div(g, y), neg(div(mul(g, x), mul(y, y)))));
    }

    @Override
    public Value maximum(Value a, Value b) {
        return kernels.binary(a, b, Math::max, (g, x, y) -> {
            double[] first = new double[x.data.length];
            Arrays.setAll(first, i -> x.data[i] >= y.data[i] ? 1 : 0);
            Value mask = constant(first, x.shape);
            return List.of(mul(g, mask), mul(g, sub(scalar(1), mask)));
        });
    }

    private Value unary(Value x, DoubleUnaryOperator f, java.util.function.BinaryOperator<Value> backward) {
        double[] data = new double[x.data.length];
        for (int i = 0; i < data.length; i++) {
            data[i] = f.applyAsDouble(x.data[i]);
        }
        Value[] self = new Value[1];
        self[0] = node(x.shape, data, List.of(x), g -> List.of(backward.apply(g, self[0])));
        return self[0];
    }

    /** A factor that is constant almost everywhere. */
    private Value piecewise(Value x, DoubleUnaryOperator slope) {
        double[] slopes = new double[x.data.length];
        Arrays.setAll(slopes, i -> slope.applyAsDouble(x.data[i]));
        return constant(slopes, x.shape);
    }

    @Override
    public Value neg(Value x) {
        return unary(x, v -> -v, (g, y) -> neg(g));
    }

    @Override
    public Value exp(Value x) {
        return unary(x, Math::exp, this::mul);
    }

    @Override
    public Value log(Value x) {
        return unary(x, Math::log, (g, y) -> div(g, x));
    }

    @Override
    public Value sqrt(Value x) {
        return unary(x, Math::sqrt, (g, y) -> div(g, scale(y, 2)));
    }

    @Override
    public Value square(Value x) {
        return mul(x, x);
    }

    @Override
    public Value abs(Value x) {
        return unary(x, Math::abs, (g, y) -> mul(g, piecewise(x, Math::signum)));
    }

    @Override
    public Value sigmoid(Value x) {
        return unary(x, ReferenceAlgebra::logistic, (g, y) -> mul(g, mul(y, sub(scalar(1), y))));
    }

    private static double logistic(double x) {
        return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
    }

    @Override
    public Value tanh(Value x) {
        return unary(x, Math::tanh, (g, y) -> mul(g, sub(scalar(1), mul(y, y))));
    }

    @Override
    public Value softplus(Value x) {
        return unary(x, v -> Math.max(v, 0) + Math.log1p(Math.exp(-Math.abs(v))), (g, y) -> mul(g, sigmoid(x)));
    }

    @Override
    public Value leakyRelu(Value x, double slope) {
        return unary(x, v -> v > 0 ? v : slope * v, (g, y) -> mul(g, piecewise(x, v -> v > 0 ? 1 : slope)));
    }

    @Override
    public Value stopGradient(Value x) {
        return constant(x.data, x.shape);
    }

    // ---- linear algebra and reductions ----

    @Override
    public Value matmul(Value a, Value b, boolean transposeA, boolean transposeB) {
        return kernels.matmul(a, b, transposeA, transposeB);
    }

    @Override
    public Value sumColumns(Value x) {
        return kernels.reduceTo(x, Shapes.with(x.shape, x.shape.length - 1, 1));
    }

    @Override
    public Value sumAxis(Value x, int fromRight) {
        int axis = x.shape.length - fromRight;
        Value sum = kernels.reduceTo(x, Shapes.with(x.shape, axis, 1));
        int[] shape = new int[x.shape.length - 1];
        for (int i = 0, k = 0; i < x.shape.length; i++) {
            if (i != axis) {
                shape[k++] = x.shape[i];
            }
        }
        return reshape(sum, shape);
    }

    @Override
    public Value weightedSum(Value x, Value weights) {
        return matmul(weights, x, true, false);
    }

    @Override
    public Value total(Value weights) {
        return kernels.reduceTo(weights, new int[] {1, 1});
    }

    // ---- rows along an index ----

    @Override
    public Value gather(Value x, Index index) {
        return kernels.gather(x, (RowIndex) index);
    }

    @Override
    public Value segmentSum(Value x, Index index) {
        return kernels.segmentSum(x, (RowIndex) index);
    }

    @Override
    public Value segmentMax(Value x, Index index) {
        RowIndex rows = (RowIndex) index;
        int size = x.rowSize();
        double[] data = new double[rows.range() * size];
        boolean[] seen = new boolean[rows.range()];
        for (int m = 0; m < rows.ids().length; m++) {
            int to = rows.ids()[m];
            for (int c = 0; c < size; c++) {
                double value = x.data[m * size + c];
                data[to * size + c] = seen[to] ? Math.max(data[to * size + c], value) : value;
            }
            seen[to] = true;
        }
        return constant(data, Shapes.with(x.shape, 0, rows.range()));
    }

    @Override
    public Value logSoftmax(Value logits) {
        int columns = logits.last();
        double[] data = new double[logits.data.length];
        for (int at = 0; at < data.length; at += columns) {
            double highest = Double.NEGATIVE_INFINITY;
            for (int c = 0; c < columns; c++) {
                highest = Math.max(highest, logits.data[at + c]);
            }
            double sum = 0;
            for (int c = 0; c < columns; c++) {
                sum += Math.exp(logits.data[at + c] - highest);
            }
            for (int c = 0; c < columns; c++) {
                data[at + c] = logits.data[at + c] - highest - Math.log(sum);
            }
        }
        Value[] self = new Value[1];
        self[0] = node(
                logits.shape, data, List.of(logits), g -> List.of(sub(g, mul(exp(self[0]), sumColumns(g)))));
        return self[0];
    }
}
