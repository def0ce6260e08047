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

/**
 * Two layers with batch normalisation, dropout and attention on eight rows that fall into three segments.
 *
 * @param moreInTraining breaks the rule that all modes ask for the same parameters
 */
record SegmentProgram(double dropout, boolean moreInTraining) implements Program {
    SegmentProgram(double dropout) {
        this(dropout, false);
    }

    SegmentProgram withMoreInTraining() {
        return new SegmentProgram(dropout, true);
    }

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
        if (scope.training() && moreInTraining) {
            prediction = a.mul(prediction, scope.parameter("more", Initial.ones(), 1, 1));
        }
        T loss = a.scale(a.total(a.square(a.sub(prediction, inputs.numbers("y")))), 1.0 / 3);
        return new Results<>(loss, Map.of("prediction", prediction));
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
