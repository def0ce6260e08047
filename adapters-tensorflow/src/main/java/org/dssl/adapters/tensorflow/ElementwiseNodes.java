package org.dssl.adapters.tensorflow;

import static org.dssl.adapters.tensorflow.Node.edge;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.data.LeakyReluGrad;
import org.tensorflow.op.math.SigmoidGrad;
import org.tensorflow.op.math.SoftplusGrad;
import org.tensorflow.op.math.TanhGrad;
import org.tensorflow.op.nn.LeakyRelu;
import org.tensorflow.types.TFloat32;

/** Elementwise operations. Where a derivative jumps, at 0 or between equal operands, it is one of the two sides'. */
abstract class ElementwiseNodes extends ShapeNodes {

    ElementwiseNodes(Ops tf) {
        super(tf);
    }

    /** The pullbacks may give the shape of the result: the stretched axes are summed here. */
    private Node binary(Operand<TFloat32> value, Node a, Node b, Node.Pullback toA, Node.Pullback toB) {
        return Node.result(
                value,
                edge(a, (y, g) -> reduce(toA.apply(y, g), y, a)),
                edge(b, (y, g) -> reduce(toB.apply(y, g), y, b)));
    }

    @Override
    public Node add(Node a, Node b) {
        return binary(tf.math.add(a.value, b.value), a, b, (y, g) -> g, (y, g) -> g);
    }

    @Override
    public Node sub(Node a, Node b) {
        return binary(tf.math.sub(a.value, b.value), a, b, (y, g) -> g, (y, g) -> neg(g));
    }

    @Override
    public Node mul(Node a, Node b) {
        return binary(tf.math.mul(a.value, b.value), a, b, (y, g) -> mul(g, b), (y, g) -> mul(g, a));
    }

    @Override
    public Node div(Node a, Node b) {
        return binary(tf.math.div(a.value, b.value), a, b, (y, g) -> div(g, b), (y, g) -> neg(mul(g, div(y, b))));
    }

    /** Between equal operands the gradient goes to a. */
    @Override
    public Node maximum(Node a, Node b) {
        return binary(
                tf.math.maximum(a.value, b.value),
                a,
                b,
                (y, g) -> mul(g, atLeast(a, b)),
                (y, g) -> mul(g, sub(scalar(1), atLeast(a, b))));
    }

    private Node atLeast(Node a, Node b) {
        return Node.constant(tf.dtypes.cast(tf.math.greaterEqual(a.value, b.value), TFloat32.class));
    }

    @Override
    public Node neg(Node x) {
        return Node.result(tf.math.neg(x.value), edge(x, (y, g) -> neg(g)));
    }

    @Override
    public Node abs(Node x) {
        return Node.result(tf.math.abs(x.value), edge(x, (y, g) -> mul(g, Node.constant(tf.math.sign(x.value)))));
    }

    @Override
    public Node square(Node x) {
        return Node.result(tf.math.square(x.value), edge(x, (y, g) -> mul(g, scale(x, 2))));
    }

    @Override
    public Node sqrt(Node x) {
        return Node.result(tf.math.sqrt(x.value), edge(x, (y, g) -> div(scale(g, 0.5), y)));
    }

    @Override
    public Node exp(Node x) {
        return Node.result(tf.math.exp(x.value), edge(x, (y, g) -> mul(g, y)));
    }

    @Override
    public Node log(Node x) {
        return Node.result(tf.math.log(x.value), edge(x, (y, g) -> div(g, x)));
    }

    @Override
    public Node sigmoid(Node x) {
        return Node.result(tf.math.sigmoid(x.value), edge(x, this::sigmoidGradient));
    }

    /** g·y·(1 − y) in one pass; differentiated again as that product. */
    Node sigmoidGradient(Node y, Node gradient) {
        Node g = expand(gradient, y);
        return Node.result(
                SigmoidGrad.create(tf.scope(), y.value, g.value),
                edge(y, (z, h) -> mul(h, mul(g, sub(scalar(1), scale(y, 2))))),
                edge(g, (z, h) -> mul(h, sub(y, square(y)))));
    }

    @Override
    public Node tanh(Node x) {
        return Node.result(tf.math.tanh(x.value), edge(x, this::tanhGradient));
    }

    /** g·(1 − y²) in one pass; differentiated again as that product. */
    private Node tanhGradient(Node y, Node gradient) {
        Node g = expand(gradient, y);
        return Node.result(
                TanhGrad.create(tf.scope(), y.value, g.value),
                edge(y, (z, h) -> mul(h, mul(g, scale(y, -2)))),
                edge(g, (z, h) -> mul(h, sub(scalar(1), square(y)))));
    }

    /** As max(x, log(1 + exp(min(x, 80)))), which TensorFlow computes faster than its own softplus, to the same digits. */
    @Override
    public Node softplus(Node x) {
        Operand<TFloat32> power = tf.math.exp(tf.math.minimum(x.value, tf.constant(80f)));
        Operand<TFloat32> value = tf.math.maximum(x.value, tf.math.log1p(power));
        return Node.result(value, edge(x, (y, g) -> softplusGradient(x, expand(g, y))));
    }

    /** g·σ(x) in one pass; differentiated again as that product. */
    private Node softplusGradient(Node x, Node g) {
        return Node.result(
                SoftplusGrad.create(tf.scope(), g.value, x.value),
                edge(x, (z, h) -> mul(h, sigmoidGradient(sigmoid(x), g))),
                edge(g, (z, h) -> mul(h, sigmoid(x))));
    }

    @Override
    public Node leakyRelu(Node x, double slope) {
        Operand<TFloat32> value = tf.nn.leakyRelu(x.value, LeakyRelu.alpha((float) slope));
        return Node.result(value, edge(x, (y, g) -> leakyReluGradient(x, expand(g, y), slope)));
    }

    private Node leakyReluGradient(Node x, Node g, double slope) {
        Operand<TFloat32> value =
                LeakyReluGrad.create(tf.scope(), g.value, x.value, LeakyReluGrad.alpha((float) slope));
        return Node.result(value, edge(g, (z, h) -> leakyReluGradient(x, expand(h, z), slope)));
    }
}
