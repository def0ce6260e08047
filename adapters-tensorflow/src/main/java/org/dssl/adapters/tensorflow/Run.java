package org.dssl.adapters.tensorflow;

import java.util.ArrayList;
import java.util.List;
import org.dssl.domain.program.Feeds;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.op.Op;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;

/**
 * One call of the native session: owns every tensor that goes in or comes out, until closed. Arrays come in and go out;
 * nobody else ever holds a tensor.
 */
final class Run implements AutoCloseable {
    private final Session.Runner runner;
    private final List<Tensor> fed = new ArrayList<>();
    private int fetches;
    private Result result;

    Run(Session session) {
        this.runner = session.runner();
    }

    void feed(Operand<TFloat32> node, double[] values, int... shape) {
        feed(node, Tensors.floats(values, shape));
    }

    void feedScalar(Operand<TFloat32> node, double value) {
        feed(node, Tensors.scalar(value));
    }

    void feed(Operand<TInt32> node, int[] values) {
        feed(node, Tensors.ints(values));
    }

    void feedScalar(Operand<TInt32> node, int value) {
        feed(node, Tensors.scalar(value));
    }

    void feedScalar(Operand<TInt64> node, long value) {
        feed(node, Tensors.scalar(value));
    }

    /** Takes over the tensor before anything can fail. */
    private void feed(Operand<?> node, Tensor tensor) {
        fed.add(tensor);
        runner.feed(node, tensor);
    }

    /** The position of the value among the results. */
    int fetch(Operand<?> node) {
        runner.fetch(node);
        return fetches++;
    }

    void target(Op operation) {
        runner.addTarget(operation);
    }

    void execute() {
        result = runner.run();
    }

    /** All values of a result, row by row. */
    double[] values(int position) {
        return Tensors.toArray(floats(position));
    }

    /** A result with its first dimension as rows and the others as columns. */
    Feeds.Numbers numbers(int position) {
        TFloat32 tensor = floats(position);
        int rows = (int) tensor.shape().get(0);
        int columns = rows == 0 ? (int) tensor.shape().get(tensor.rank() - 1) : (int) (tensor.size() / rows);
        return new Feeds.Numbers(Tensors.toArray(tensor), rows, columns);
    }

    private TFloat32 floats(int position) {
        return (TFloat32) result.get(position);
    }

    @Override
    public void close() {
        fed.forEach(Tensor::close);
        if (result != null) {
            result.close();
        }
    }
}
