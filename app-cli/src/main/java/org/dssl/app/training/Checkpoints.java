package org.dssl.app.training;

import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.program.ModelState;
import org.dssl.domain.program.NamedArray;
import org.dssl.domain.program.TrainingSession;
import org.dssl.domain.train.Schedule;
import org.dssl.ports.run.RunFolder;

/**
 * The resumable state of one training: saved at the end of an epoch, not more often than every {@link #SECONDS} seconds
 * but always at the last one.
 */
public final class Checkpoints {
    private static final long SECONDS = 20;
    private static final String EPOCH = "epoch";
    private static final String SCHEDULE = "schedule";

    private final RunFolder run;
    private final String name;
    private final Clock clock;
    private long lastSaved;

    public Checkpoints(RunFolder run, String name, Clock clock) {
        this.run = run;
        this.name = name;
        this.clock = clock;
        this.lastSaved = clock.millis();
    }

    /** The epoch to go on with: 0 without a checkpoint; else session and schedule are restored. */
    public int restore(TrainingSession session, Schedule schedule) {
        Optional<RunFolder.SavedModel> saved = run.loadModel(name);
        if (saved.isEmpty()) {
            return 0;
        }
        session.restore(saved.get().state());
        schedule.restore(numbers(saved.get().extra().get(SCHEDULE)));
        return ((Number) saved.get().extra().get(EPOCH)).intValue();
    }

    private static Map<String, Double> numbers(Object saved) {
        Map<String, Double> numbers = new HashMap<>();
        ((Map<?, ?>) saved).forEach((key, value) -> numbers.put((String) key, ((Number) value).doubleValue()));
        return numbers;
    }

    private static void requireFinite(ModelState state, int epochs) {
        for (NamedArray array : state.weights().values()) {
            if (!Arrays.stream(array.values()).allMatch(Double::isFinite)) {
                throw new InvalidInputException(
                        "epoch " + epochs,
                        "the weights " + array.name() + " are not finite any more. A lower rate or clip-norm: 1 usually"
                                + " helps; the last checkpoint is kept.");
            }
        }
    }

    /** Whether it is time to save. */
    public boolean due() {
        return clock.millis() - lastSaved >= 1000 * SECONDS;
    }

    /**
     * @param epochs finished so far
     * @throws InvalidInputException if a weight is not finite; the checkpoint before stays
     */
    public void save(ModelState state, Schedule schedule, int epochs) {
        requireFinite(state, epochs);
        run.saveModel(name, state, Map.of(EPOCH, epochs, SCHEDULE, schedule.state()), false);
        run.flush();
        lastSaved = clock.millis();
    }
}
