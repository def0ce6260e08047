package org.dssl.app.training;

import java.time.Clock;
import org.dssl.app.config.RunConfig;
import org.dssl.domain.random.RandomStream;
import org.dssl.ports.out.ModelBackend;
import org.dssl.ports.out.ProgressListener;
import org.dssl.ports.run.RunFolder;

/** What every stage of a run works with. */
public record RunContext(
        RunConfig config,
        ModelBackend backend,
        RunFolder folder,
        ProgressListener listener,
        Cancellation cancellation,
        Clock clock) {

    /** The stream of all randomness of the run. */
    public RandomStream random() {
        return RandomStream.of(config.seed());
    }
}
