package org.dssl.app.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongToDoubleFunction;
import org.dssl.domain.program.Feeds;
import org.dssl.domain.program.ModelState;
import org.dssl.domain.program.NamedArray;
import org.dssl.domain.program.TrainingSession;

/** A session whose loss is a function of the step, and whose only weight is the number of steps. */
final class CountedSession implements TrainingSession {
    final List<String> steps = new ArrayList<>();
    private final LongToDoubleFunction loss;
    private long step;

    CountedSession(LongToDoubleFunction loss) {
        this.loss = loss;
    }

    @Override
    public Outcome step(Feeds feeds, double learningRate, long seed) {
        double now = loss.applyAsDouble(step);
        steps.add(step + " " + learningRate + " " + seed);
        step++;
        return new Outcome(now, Map.of("loss/mask", new Feeds.Numbers(new double[] {now / 2}, 1, 1)));
    }

    @Override
    public Outcome evaluate(Feeds feeds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, double[]> gradients(Feeds feeds, long seed) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ModelState state() {
        double[] value = {step < 0 ? Double.NaN : step};
        return ModelState.ofWeights(Map.of("w", new NamedArray("w", true, new int[] {1}, value)));
    }

    @Override
    public void restore(ModelState state) {
        step = (long) state.weights().get("w").values()[0];
    }

    @Override
    public void reset(long seed) {
        step = 0;
    }

    @Override
    public void close() {}
}
