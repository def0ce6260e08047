package org.dssl.adapters.tensorflow;

import static org.dssl.adapters.tensorflow.Node.edge;

import java.util.List;
import org.dssl.domain.algebra.Index;
import org.tensorflow.op.Ops;

/**
 * Composites whose gradients compute again what is cheap, instead of keeping it from the way forth: on the angles of
 * ALIGNN one such tensor is as large as all weights. {@link Gradients} sees to it that nothing is computed again before
 * its gradient is there.
 */
abstract class RecomputedNodes extends RowNodes {

    RecomputedNodes(Ops tf) {
        super(tf);
    }

    @Override
    public Node silu(Node x) {
        return Node.result(tf.math.mul(x.value, tf.math.sigmoid(x.value)), edge(x, (y, g) -> {
            Node whole = expand(g, x);
            return siluGradient(x, whole);
        }));
    }

    @Override
    public Node siluAffine(Node x, Node factor, Node offset) {
        Node affine = add(mul(x, factor), offset);
        return Node.result(tf.math.mul(affine.value, tf.math.sigmoid(affine.value)), edge(affine, (y, g) -> {
            Node whole = expand(g, affine);
            return siluGradient(add(mul(x, factor), offset), whole);
        }));
    }

    /** g·(σ + x·σ·(1 − σ)). */
    private Node siluGradient(Node x, Node g) {
        Node gate = sigmoid(x);
        return add(mul(g, gate), sigmoidGradient(gate, mul(g, x)));
    }

    @Override
    public Node gatedMean(Node gates, Node x, Index from, Node weights, Index into, double epsilon) {
        if (weights.isTracked()) {
            return super.gatedMean(gates, x, from, weights, into, epsilon);
        }
        Node counted = mul(sigmoid(gates), weights);
        Node all = shift(segmentSum(counted, into), epsilon);
        Node sum = segmentSum(mul(counted, gather(x, from)), into);
        return Node.result(
                tf.math.div(sum.value, all.value),
                edge(gates, (y, g) -> {
                    Node each = div(expand(g, y), all);
                    Node first = mul(gather(each, into), gather(x, from));
                    Node ofGate = sub(first, after(List.of(first.value), () -> gather(mul(each, y), into)));
                    Node gate = after(List.of(ofGate.value), () -> sigmoid(gates));
                    return sigmoidGradient(gate, mul(ofGate, weights));
                }),
                edge(x, (y, g) -> {
                    Node each = div(expand(g, y), all);
                    Node again = mul(sigmoid(gates), weights);
                    return segmentSum(mul(again, gather(each, into)), from);
                }));
    }
}
