package org.dssl.domain.reference;

import java.util.function.DoubleUnaryOperator;

/** Elementwise operations. Where a derivative jumps, at 0 or between equal operands, it is one of the two sides'. */
abstract class ElementwiseOperations extends ShapeOperations {

    ElementwiseOperations(boolean recording) {
        super(recording);
    }

    /** The pullbacks may give the shape of the result: the stretched axes are summed here. */
    private Tensor binary(
            String name, Broadcasting.Kernel kernel, Tensor a, Tensor b, Tensor.Pullback toA, Tensor.Pullback toB) {
        int[] shape = Shapes.broadcast(name, a.shape, b.shape);
        return result(
                Broadcasting.combine(a, b, shape, kernel),
                shape,
                edge(a, (k, y, g) -> k.sumTo(toA.apply(k, y, g), a.shape)),
                edge(b, (k, y, g) -> k.sumTo(toB.apply(k, y, g), b.shape)));
    }

    @Override
    public Tensor add(Tensor a, Tensor b) {
        return binary("add", Arithmetic.ADD, a, b, (k, y, g) -> g, (k, y, g) -> g);
    }

    @Override
    public Tensor sub(Tensor a, Tensor b) {
        return binary("sub", Arithmetic.SUBTRACT, a, b, (k, y, g) -> g, (k, y, g) -> k.neg(g));
    }

    @Override
    public Tensor mul(Tensor a, Tensor b) {
        return binary("mul", Arithmetic.MULTIPLY, a, b, (k, y, g) -> k.mul(g, b), (k, y, g) -> k.mul(g, a));
    }

    @Override
    public Tensor div(Tensor a, Tensor b) {
        return binary(
                "div", Arithmetic.DIVIDE, a, b, (k, y, g) -> k.div(g, b), (k, y, g) -> k.neg(k.mul(g, k.div(y, b))));
    }

    /** Between equal operands the gradient goes to a. */
    @Override
    public Tensor maximum(Tensor a, Tensor b) {
        int[] shape = Shapes.broadcast("maximum", a.shape, b.shape);
        return binary(
                "maximum",
                Arithmetic.MAXIMUM,
                a,
                b,
                (k, y, g) -> k.mul(g, atLeast(a, b, shape)),
                (k, y, g) -> k.mul(g, k.sub(k.scalar(1), atLeast(a, b, shape))));
    }

    private static Tensor atLeast(Tensor a, Tensor b, int[] shape) {
        return Tensor.constant(Broadcasting.combine(a, b, shape, Arithmetic.AT_LEAST), shape);
    }

    private Tensor unary(Tensor x, DoubleUnaryOperator function, Tensor.Pullback pullback) {
        return result(map(x, function), x.shape, edge(x, pullback));
    }

    private static double[] map(Tensor x, DoubleUnaryOperator function) {
        double[] out = new double[x.values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = function.applyAsDouble(x.values[i]);
        }
        return out;
    }

    /** A function whose derivative is piecewise constant, as a constant factor of the gradient. */
    private Tensor piecewiseLinear(Tensor x, DoubleUnaryOperator function, DoubleUnaryOperator derivative) {
        return unary(x, function, (k, y, g) -> k.mul(g, Tensor.constant(map(x, derivative), x.shape)));
    }

    @Override
    public Tensor neg(Tensor x) {
        return unary(x, v -> -v, (k, y, g) -> k.neg(g));
    }

    @Override
    public Tensor exp(Tensor x) {
        return unary(x, Math::exp, (k, y, g) -> k.mul(g, y));
    }

    @Override
    public Tensor log(Tensor x) {
        return unary(x, Math::log, (k, y, g) -> k.div(g, x));
    }

    @Override
    public Tensor sqrt(Tensor x) {
        return unary(x, Math::sqrt, (k, y, g) -> k.div(k.scale(g, 0.5), y));
    }

    @Override
    public Tensor square(Tensor x) {
        return unary(x, v -> v * v, (k, y, g) -> k.mul(g, k.scale(x, 2)));
    }

    @Override
    public Tensor abs(Tensor x) {
        return piecewiseLinear(x, Math::abs, Math::signum);
    }

    @Override
    public Tensor sigmoid(Tensor x) {
        return unary(x, Arithmetic::sigmoid, (k, y, g) -> k.mul(g, k.sub(y, k.square(y))));
    }

    @Override
    public Tensor tanh(Tensor x) {
        return unary(x, Math::tanh, (k, y, g) -> k.sub(g, k.mul(g, k.square(y))));
    }

    @Override
    public Tensor softplus(Tensor x) {
        return unary(x, Arithmetic::softplus, (k, y, g) -> k.mul(g, k.sigmoid(x)));
    }

    @Override
    public Tensor leakyRelu(Tensor x, double slope) {
        return piecewiseLinear(x, v -> v > 0 ? v : slope * v, v -> v > 0 ? 1 : slope);
    }
}
