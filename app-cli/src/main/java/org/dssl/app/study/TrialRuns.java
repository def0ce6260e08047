package org.dssl.app.study;

import org.dssl.ports.run.RunSummary;

/** How the runs of a study are done: in this process, or in others. */
public interface TrialRuns {

    /**
     * Runs, or continues, a trial; returns at once what is finished already.
     *
     * @throws java.util.concurrent.CancellationException if it was asked to stop
     */
    RunSummary run(Trial trial);

    /** Asks what runs to stop, and lets nothing start any more. From any thread. */
    void cancel();
}
