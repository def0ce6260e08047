package org.dssl.app.pretrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.dssl.domain.algebra.TensorAlgebra;
import org.dssl.domain.nn.TermWeighting;
import org.dssl.domain.program.Feeds;
import org.dssl.domain.program.InputSpec;
import org.dssl.domain.program.Inputs;
import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.Program;
import org.dssl.domain.program.Scope;
import org.dssl.domain.program.TrainingSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TermWeightingTest {

    /** Two terms whose losses are fed, weighted 1 and 0.5. */
    private record TwoTerms(TermWeighting weighting) implements Program {
        @Override
        public List<InputSpec> inputs() {
            return List.of(InputSpec.numbers("quiet", 1), InputSpec.numbers("loud", 1));
        }

        @Override
        public <T> Results<T> run(Scope<T> scope, Inputs<T> inputs) {
            TensorAlgebra<T> a = scope.algebra();
            T quiet = weighting.term(scope, "quiet", a.scalar(1), inputs.numbers("quiet"));
            T loud = weighting.term(scope, "loud", a.scalar(0.5), inputs.numbers("loud"));
            return new Results<>(a.add(quiet, loud), Map.of("quiet", quiet, "loud", loud));
        }
    }

    private static Feeds losses(double quiet, double loud) {
        return new Feeds().numbers("quiet", new double[] {quiet}, 1, 1).numbers("loud", new double[] {loud}, 1, 1);
    }

    private static TrainingSession.Outcome trained(double quiet, double loud, int steps) {
        try (TrainingSession session =
                TestBackend.open(new TwoTerms(TermWeighting.UNCERTAINTY), OptimiserOptions.adamW(0, false), 1)) {
            for (int step = 0; step < steps; step++) {
                session.step(losses(quiet, loud), 0.05, step);
            }
            return session.evaluate(losses(quiet, loud));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 4})
    void theLearnedFactorSettlesWhereEquationTenIsLeast(double loss) {
        // d/ds (exp(−s)·L + s) = 0 at s = ln L, where the term is 1 + ln L.
        TrainingSession.Outcome outcome = trained(loss, 8, 400);
        assertEquals(1 + Math.log(loss), outcome.scalar("quiet"), 1e-3);
        assertEquals(0.5 * (1 + Math.log(8)), outcome.scalar("loud"), 1e-3);
    }

    @Test
    void anUntrainedFactorIsOne() {
        TrainingSession.Outcome outcome = trained(0.7, 3, 0);
        assertEquals(0.7, outcome.scalar("quiet"), 1e-6);
        assertEquals(1.5, outcome.scalar("loud"), 1e-6);
    }

    @Test
    void aLossThatVanishesCannotGrowItsFactorWithoutEnd() {
        double least = trained(0, 1e6, 2_000).scalar("quiet");
        assertTrue(least >= -3, "s left its bounds: " + least);
        assertTrue(least < -2, "s did not fall: " + least);
    }

    @Test
    void fixedWeightsMultiply() {
        try (TrainingSession session =
                TestBackend.open(new TwoTerms(TermWeighting.FIXED), OptimiserOptions.adamW(0, false), 1)) {
            assertEquals(2 + 0.5 * 3, session.evaluate(losses(2, 3)).loss(), 1e-6);
        }
    }
}
