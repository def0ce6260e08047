package org.dssl.domain.testing;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dssl.domain.program.Feeds;
import org.dssl.domain.program.ModelState;
import org.dssl.domain.program.NamedArray;
import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.Program;
import org.dssl.domain.program.TrainingSession;
import org.dssl.domain.reference.ReferenceSession;

/**
 * Gradients of a program's loss without any differentiation: central differences of its value in evaluation mode,
 * computed in double precision by the reference, whatever backend is tested. Good to about nine digits.
 */
public final class FiniteDifferences {
    private static final double STEP = 1e-5;

    private FiniteDifferences() {}

    /** By parameter name, around the given weights. */
    public static Map<String, double[]> gradients(Program program, Map<String, NamedArray> weights, Feeds feeds) {
        Map<String, double[]> gradients = new LinkedHashMap<>();
        try (TrainingSession session = new ReferenceSession(program, new OptimiserOptions(0, 0, 1, 0, List.of()), 0)) {
            session.restore(ModelState.ofWeights(weights));
            for (NamedArray array : weights.values()) {
                if (array.trained()) {
                    gradients.put(array.name(), gradient(session, array, feeds));
                    session.restore(ModelState.ofWeights(Map.of(array.name(), array)));
                }
            }
        }
        return gradients;
    }

    /** Of some entries of one parameter only: those at {@code entries}. */
    public static double[] gradient(
            Program program, Map<String, NamedArray> weights, Feeds feeds, String parameter, int... entries) {
        try (TrainingSession session = new ReferenceSession(program, new OptimiserOptions(0, 0, 1, 0, List.of()), 0)) {
            session.restore(ModelState.ofWeights(weights));
            NamedArray array = weights.get(parameter);
            return Arrays.stream(entries)
                    .mapToDouble(i -> derivative(session, array, i, feeds))
                    .toArray();
        }
    }

    private static double[] gradient(TrainingSession session, NamedArray array, Feeds feeds) {
        double[] gradient = new double[array.values().length];
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = derivative(session, array, i, feeds);
        }
        return gradient;
    }

    private static double derivative(TrainingSession session, NamedArray array, int at, Feeds feeds) {
        return (loss(session, array, at, STEP, feeds) - loss(session, array, at, -STEP, feeds)) / (2 * STEP);
    }

    private static double loss(TrainingSession session, NamedArray array, int at, double change, Feeds feeds) {
        double[] moved = array.values().clone();
        moved[at] += change;
        NamedArray other = new NamedArray(array.name(), true, array.shape(), moved);
        session.restore(ModelState.ofWeights(Map.of(array.name(), other)));
        return session.evaluate(feeds).loss();
    }
}
