package org.dssl.domain.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final double CLOSE = 1e-12;

    @Test
    void oneCycleRisesFromATwentyFifthToTheTopAndEndsNearNothing() {
        Schedule schedule = Schedule.oneCycle(1e-3, 100, 0.3);
        assertEquals(4e-5, schedule.rate(0), CLOSE);
        assertEquals(1e-3, schedule.rate(29), CLOSE);
        assertEquals(4e-9, schedule.rate(99), CLOSE);
        for (int step = 30; step < 99; step++) {
            assertTrue(schedule.rate(step + 1) < schedule.rate(step));
        }
    }

    @Test
    void cosineWarmsUpLinearlyAndFallsToItsMinimum() {
        Schedule schedule = Schedule.cosine(1.0, 0.1, 100, 0.1);
        assertEquals(0.1, schedule.rate(0), CLOSE);
        assertEquals(1.0, schedule.rate(10), CLOSE);
        assertEquals(0.55, schedule.rate(55), CLOSE);
        assertEquals(0.1, schedule.rate(100), CLOSE);
    }

    @Test
    void thePlateauScheduleWaitsForItsPatienceAndKeepsAboveItsMinimum() {
        PlateauSchedule schedule = new PlateauSchedule(1.0, 0.5, 2, 0.01, 0.3);
        schedule.epochEnded(1.0);
        schedule.epochEnded(0.995);
        schedule.epochEnded(0.995);
        assertEquals(1.0, schedule.rate(0), CLOSE, "within patience; 0.5 % is no improvement");
        schedule.epochEnded(0.995);
        assertEquals(0.5, schedule.rate(0), CLOSE);
        schedule.epochEnded(0.5);
        assertEquals(0.5, schedule.rate(0), CLOSE);
        for (int epoch = 0; epoch < 9; epoch++) {
            schedule.epochEnded(0.5);
        }
        assertEquals(0.3, schedule.rate(0), CLOSE);
    }

    @Test
    void aRestoredPlateauScheduleGoesOnAsIfNothingHappened() {
        PlateauSchedule one = new PlateauSchedule(1.0, 0.5, 2, 0.01, 0.001);
        one.epochEnded(1.0);
        one.epochEnded(1.0);
        PlateauSchedule two = new PlateauSchedule(1.0, 0.5, 2, 0.01, 0.001);
        two.restore(one.state());
        for (int epoch = 0; epoch < 5; epoch++) {
            one.epochEnded(1.0);
            two.epochEnded(1.0);
            assertEquals(one.rate(0), two.rate(0), 0);
        }
        assertTrue(one.rate(0) < 1);
    }
}
