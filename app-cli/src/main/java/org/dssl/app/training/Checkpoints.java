package org.dssl.app.training;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.program.ModelState;
import org.dssl.domain.program.TrainingSession;
import org.dssl.domain.train.Schedule;
import org.dssl.ports.run.RunFolder;

/**
 * The resumable state of one training, saved between two steps: weights, moments, schedule and position. All randomness
 * follows from the run's seed and the position. Not saved more often than every {@code checkpoint-seconds}, but always at
 * the end.
 */
public final class Checkpoints {
    private static final String EPOCH = "epoch";
    private static final String BATCH = "batch";
    private static final String SUMS = "sums";
    private static final String WEIGHT = "weight";
    private static final String SCHEDULE = "schedule";

    private final RunContext context;
    private final String name;
    private long lastSaved;

    /** @param name of the saved model, relative to the run's folder */
    public Checkpoints(RunContext context, String name) {
        this.context = context;
        this.name = name;
        this.lastSaved = context.clock().millis();
    }

    /** Where to go on; at the start without a checkpoint, else session and schedule are restored. */
    public Position restore(TrainingSession session, Schedule schedule) {
        Optional<RunFolder.SavedModel> saved = context.folder().loadModel(name);
        saved.flatMap(RunFolder.SavedModel::notice).ifPresent(context.listener()::warning);
        if (saved.isEmpty()) {
            return Position.START;
        }
        Map<String, Object> extra = saved.get().extra();
        session.restore(saved.get().state());
        schedule.restore(numbers(extra.get(SCHEDULE)));
        return new Position(
                ((Number) extra.get(EPOCH)).intValue(),
                ((Number) extra.get(BATCH)).intValue(),
                numbers(extra.get(SUMS)),
                ((Number) extra.get(WEIGHT)).doubleValue());
    }

    private static Map<String, Double> numbers(Object saved) {
        Map<String, Double> numbers = new HashMap<>();
        ((Map<?, ?>) saved).forEach((key, value) -> numbers.put((String) key, ((Number) value).doubleValue()));
        return numbers;
    }

    /** Whether it is time to save. Clocks may be set back: that shall not put it off. */
    public boolean due() {
        long passed = Math.abs(context.clock().millis() - lastSaved);
        return passed >= 1000L * context.config().compute().checkpointSeconds();
    }

    /**
     * @throws InvalidInputException if a weight is not finite; the checkpoint before stays
     */
    public void save(ModelState state, Schedule schedule, Position position) {
        Finite.require(state, position);
        RunFolder folder = context.folder();
        folder.flush();
        Map<String, Object> extra = Map.of(
                EPOCH, position.epoch(),
                BATCH, position.batch(),
                SUMS, position.sums(),
                WEIGHT, position.weight(),
                SCHEDULE, schedule.state());
        folder.saveModel(name, state, extra, false);
        lastSaved = context.clock().millis();
    }
}
