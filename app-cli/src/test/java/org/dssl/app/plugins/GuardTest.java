package org.dssl.app.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.dssl.domain.algebra.TensorAlgebra;
import org.dssl.domain.augment.View;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.ports.config.Option;
import org.dssl.ports.config.OptionValues;
import org.dssl.ports.spi.Head;
import org.dssl.ports.spi.Labels;
import org.dssl.ports.spi.Outputs;
import org.dssl.ports.spi.PretextTask;
import org.dssl.ports.spi.PretextTaskProvider;
import org.dssl.ports.spi.Targets;
import org.dssl.ports.spi.ViewRequest;
import org.junit.jupiter.api.Test;

class GuardTest {
    private static final Origin ORIGIN = new Origin("org.example.Provider", "plugins/x.jar", Optional.of("0"));
    private static final String PLACE = "org.example.Provider (plugins/x.jar)  ";

    @Test
    void whatWorksIsHandedOn() {
        Doing task = new Doing(() -> List.of(ViewRequest.asIs()));
        assertEquals(List.of(ViewRequest.asIs()), guarded(task).views());
        assertEquals(
                "x", Guard.around(new Plugin(provider(task), ORIGIN)).provider().id());
    }

    @Test
    void whatIsThrownBecomesAMessageWithItsCause() {
        IllegalStateException thrown = new IllegalStateException("no luck");
        PretextTask task = guarded(new Doing(() -> {
            throw thrown;
        }));
        InvalidInputException e = assertThrows(InvalidInputException.class, task::views);
        assertTrue(
                e.getMessage().startsWith(PLACE + "throws java.lang.IllegalStateException: no luck at GuardTest.java:"),
                e.getMessage());
        assertTrue(e.getMessage().endsWith(" This happened in views; --debug shows where."), e.getMessage());
        assertSame(thrown, e.getCause());
    }

    @Test
    void aFittedTaskIsGuardedToo() {
        PretextTask task = guarded(new Doing(() -> null)).fit(List.of());
        assertEquals(
                PLACE + "returns null from views.",
                assertThrows(InvalidInputException.class, task::views).getMessage());
    }

    @Test
    void aTaskMayRefuseDataInItsOwnWords() {
        PretextTask refusing = guarded(new Doing(List::of) {
            @Override
            public PretextTask fit(List<Crystal> crystals) {
                throw new IllegalArgumentException("no energies");
            }
        });
        assertEquals(
                "no energies",
                assertThrows(IllegalArgumentException.class, () -> refusing.fit(List.of()))
                        .getMessage());
    }

    @Test
    void aFullMemoryIsNotThePluginsFault() {
        PretextTask task = guarded(new Doing(() -> {
            throw new OutOfMemoryError();
        }));
        assertThrows(OutOfMemoryError.class, task::views);
    }

    @Test
    void aGuardedTaskIsEqualToItselfAlone() {
        Doing task = new Doing(List::of);
        PretextTask guarded = guarded(task);
        assertEquals(guarded, guarded);
        assertNotEquals(guarded, guarded(task));
        assertEquals(task.hashCode(), guarded.hashCode());
    }

    private static PretextTask guarded(PretextTask task) {
        return Guard.around(new Plugin(provider(task), ORIGIN)).provider().create(new OptionValues(Map.of()));
    }

    private static PretextTaskProvider provider(PretextTask task) {
        return new PretextTaskProvider() {
            @Override
            public int spiVersion() {
                return SPI_VERSION;
            }

            @Override
            public String id() {
                return "x";
            }

            @Override
            public String description() {
                return "X";
            }

            @Override
            public List<Option> options() {
                return List.of();
            }

            @Override
            public PretextTask create(OptionValues values) {
                return task;
            }
        };
    }

    /** Does something when asked for its views. */
    private static class Doing implements PretextTask {
        private final Supplier<List<ViewRequest>> views;

        Doing(Supplier<List<ViewRequest>> views) {
            this.views = views;
        }

        @Override
        public List<ViewRequest> views() {
            return views.get();
        }

        @Override
        public List<Head> heads() {
            return List.of();
        }

        @Override
        public void label(int view, View of, Labels into) {}

        @Override
        public <T> T loss(TensorAlgebra<T> algebra, Outputs<T> outputs, Targets<T> targets) {
            throw new UnsupportedOperationException();
        }
    }
}
