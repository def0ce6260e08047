package org.dssl.adapters.tensorflow;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.op.Op;
import org.tensorflow.types.TFloat32;

/** One call of the native session: owns every tensor that goes in or comes out, until closed. */
final class Run implements AutoCloseable {
    private final Session.Runner runner;
    private final List<Tensor> fed = new ArrayList<>();
    private int fetches;
    private Result result;

    Run(Session session) {
        this.runner = session.runner();
    }

    /** Takes over the tensor. */
    void feed(Operand<?> node, Tensor tensor) {
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

    TFloat32 floats(int position) {
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
