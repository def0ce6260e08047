package org.dssl.domain.reference;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.dssl.domain.program.Feeds;
import org.dssl.domain.program.Initial;
import org.dssl.domain.program.InputSpec;
import org.dssl.domain.program.Inputs;
import org.dssl.domain.program.ModelState;
import org.dssl.domain.program.NamedArray;
import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.Program;
import org.dssl.domain.program.Scope;
import org.dssl.domain.program.TrainingSession;
import org.dssl.domain.program.TrainingSessionContract;
import org.dssl.domain.testing.TensorAssertions.Tolerance;
import org.junit.jupiter.api.Test;

class ReferenceSessionTest extends TrainingSessionContract {

    @Override
    protected TrainingSession open(Program program, OptimiserOptions options, long seed) {
        return new ReferenceSession(program, options, seed);
    }

    @Override
    protected Tolerance tolerance() {
        return Tolerance.of(1e-12);
    }

    private static Program program(Scenario scenario) {
        return new Program() {
            @Override
            public List<InputSpec> inputs() {
                return List.of(InputSpec.numbers("x", 2));
            }

            @Override
            @SuppressWarnings("unchecked")
            public <T> Results<T> run(Scope<T> scope, Inputs<T> inputs) {
                return new Results<>((T) scenario.loss((Scope<Object>) scope, (Inputs<Object>) inputs), Map.of());
            }
        };
    }

    private interface Scenario {
        Object loss(Scope<Object> scope, Inputs<Object> inputs);
    }

    private TrainingSession open(Scenario scenario) {
        return open(program(scenario), OptimiserOptions.adamW(0, false), 1);
    }

    private static void assertRefused(String part, Runnable action) {
        RuntimeException refusal = assertThrows(RuntimeException.class, action::run);
        assertTrue(refusal.getMessage().contains(part), refusal.getMessage());
    }

    @Test
    void anInputThatIsNotDeclaredIsRefusedWithTheNearestName() {
        assertRefused("Declared: [x]", () -> open((scope, in) -> in.numbers("y")));
        assertRefused("Did you mean x?", () -> open((scope, in) -> in.numbers("xx")));
    }

    @Test
    void aLossOfManyNumbersIsRefused() {
        try (TrainingSession session = open((scope, in) -> in.numbers("x"))) {
            Feeds feeds = new Feeds().numbers("x", new double[4], 2, 2);
            assertRefused("one number", () -> session.evaluate(feeds));
        }
    }

    @Test
    void aStatisticMustBeReadBeforeItIsUpdatedAndKeepsItsShape() {
        assertRefused(
                "was not read before",
                () -> open((scope, in) -> {
                    scope.update("s", scope.algebra().scalar(1));
                    return scope.algebra().scalar(1);
                }));
        assertRefused(
                "cannot become",
                () -> open((scope, in) -> {
                    scope.statistic("s", 0, 1, 2);
                    scope.update("s", scope.algebra().scalar(1));
                    return scope.algebra().scalar(1);
                }));
    }

    @Test
    void aDropoutRateOfOneIsRefused() {
        assertRefused("rate 1.0", () -> open((scope, in) -> scope.dropout(in.numbers("x"), 1)));
    }

    @Test
    void aRunningStatisticIsNotRestoredAsAParameter() {
        try (TrainingSession session = open((scope, in) -> scope.statistic("s", 0, 1, 1))) {
            NamedArray parameter = new NamedArray("s", true, new int[] {1, 1}, new double[1]);
            assertRefused(
                    "a running statistic [1, 1] here",
                    () -> session.restore(ModelState.ofWeights(Map.of("s", parameter))));
        }
    }

    @Test
    void aProgramMayNotAskForMoreThanWhenItWasOpened() {
        int[] runs = {0};
        Scenario growing = (scope, in) -> scope.parameter("p" + runs[0]++, Initial.ones(), 1, 1);
        try (TrainingSession session = open(growing)) {
            Feeds feeds = new Feeds().numbers("x", new double[4], 2, 2);
            assertRefused("'p1'", () -> session.evaluate(feeds));
        }
    }
}
