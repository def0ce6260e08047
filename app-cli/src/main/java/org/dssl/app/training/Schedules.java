package org.dssl.app.training;

import org.dssl.app.config.RunConfig.ScheduleConfig;
import org.dssl.domain.train.PlateauSchedule;
import org.dssl.domain.train.Schedule;

/** Learning-rate schedules from their configuration. */
public final class Schedules {
    private Schedules() {}

    /** @param steps of the whole training */
    public static Schedule of(ScheduleConfig config, double rate, long steps) {
        return switch (config.type()) {
            case "constant" -> Schedule.constant(rate);
            case "one-cycle" -> Schedule.oneCycle(rate, steps, config.warmUp());
            case "cosine" -> Schedule.cosine(rate, config.minimum(), steps, config.warmUp());
            case "plateau" ->
                new PlateauSchedule(rate, config.factor(), config.patience(), config.threshold(), config.minimum());
            default -> throw new IllegalArgumentException("no schedule '" + config.type() + "'");
        };
    }
}
