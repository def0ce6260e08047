package org.dssl.app.study;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.dssl.app.Experiment;
import org.dssl.app.Services;
import org.dssl.app.UseCases.Stages;
import org.dssl.app.config.RunConfigReader;
import org.dssl.ports.out.ProgressListener;
import org.dssl.ports.run.RunSummary;

/** Trials in this process, one after the other. */
public final class TrialsHere implements TrialRuns {
    private final Services services;
    private final RunConfigReader reader;
    private final boolean fresh;
    private final ProgressListener listener;
    private final AtomicReference<Experiment> running = new AtomicReference<>();
    private volatile boolean cancelled;

    /** @param fresh moves earlier runs aside */
    public TrialsHere(Services services, RunConfigReader reader, boolean fresh, ProgressListener listener) {
        this.services = services;
        this.reader = reader;
        this.fresh = fresh;
        this.listener = listener;
    }

    @Override
    public RunSummary run(Trial trial) {
        Experiment experiment = new Experiment(services, reader, reader.read(trial.yaml(), trial.settings()));
        running.set(experiment);
        try {
            if (cancelled) {
                throw new CancellationException("stopped between two runs");
            }
            return experiment.run(Stages.ALL, fresh, listener);
        } finally {
            running.set(null);
        }
    }

    @Override
    public void cancel() {
        cancelled = true;
        Experiment experiment = running.get();
        if (experiment != null) {
            experiment.cancel();
        }
    }
}
