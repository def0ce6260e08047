package org.dssl.adapters.tensorflow;

import java.util.List;
import java.util.Map;
import org.dssl.domain.algebra.Index;
import org.dssl.domain.algebra.TensorAlgebra;
import org.dssl.domain.nn.BatchNorm;
import org.dssl.domain.nn.Linear;
import org.dssl.domain.program.Feeds;
import org.dssl.domain.program.Initial;
import org.dssl.domain.program.InputSpec;
import org.dssl.domain.program.Inputs;
import org.dssl.domain.program.Program;
import org.dssl.domain.program.Scope;

/** Two layers with batch normalisation and dropout on eight rows that fall into three segments; a parameter lies idle. */
record SmallProgram(double dropout) implements Program {
    @Override
    public List<InputSpec> inputs() {
        return List.of(
                InputSpec.numbers("x", 3),
                InputSpec.numbers("weight", 1),
                InputSpec.numbers("y", 1),
                InputSpec.index("segment"));
    }

    @Override
    public <T> Results<T> run(Scope<T> scope, Inputs<T> inputs) {
        TensorAlgebra<T> a = scope.algebra();
        Index segment = inputs.index("segment");
        T weight = inputs.numbers("weight");
        T hidden = a.softplus(Linear.apply(scope, "first", inputs.numbers("x"), 5));
        hidden = scope.dropout(BatchNorm.apply(scope, "norm", hidden, weight), dropout);
        T share = a.segmentSoftmax(Linear.apply(scope, "share", hidden, 1), weight, segment);
        T pooled = a.segmentSum(a.mul(hidden, a.mul(share, weight)), segment);
        T prediction = Linear.apply(scope, "last", pooled, 1);
        T idle = scope.parameter("idle", Initial.ones(), 2, 2);
        T error = a.square(a.sub(prediction, inputs.numbers("y")));
        T loss = a.scale(a.total(error), 1.0 / 3);
        return new Results<>(
                loss,
                Map.of("prediction", prediction, "twice", a.scale(loss, 2), "idle.sum", a.total(a.sumColumns(idle))));
    }

    static Feeds batch() {
        double[] x = new double[24];
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.sin(1 + 2.3 * i);
        }
        return new Feeds()
                .numbers("x", x, 8, 3)
                .numbers("weight", new double[] {1, 2, 1, 1, 3, 1, 1, 2}, 8, 1)
                .numbers("y", new double[] {0.5, -1, 2}, 3, 1)
                .index("segment", new int[] {0, 2, 1, 1, 0, 2, 2, 1}, 3);
    }
}
