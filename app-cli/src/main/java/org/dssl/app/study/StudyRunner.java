package org.dssl.app.study;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.dssl.ports.run.RunSummary;
import org.dssl.ports.run.StudySummary;

/** Runs the trials of a study, what rows start from first; the table is told after each trial, with what there is. */
public final class StudyRunner {
    private final Study study;
    private final TrialRuns runs;
    private final StudyListener listener;
    private final Consumer<StudySummary> tables;
    private final Map<Trial, RunSummary> finished = new ConcurrentHashMap<>();
    private final AtomicInteger started = new AtomicInteger();

    /** @param tables called after each trial of a row, never twice at once */
    public StudyRunner(Study study, TrialRuns runs, StudyListener listener, Consumer<StudySummary> tables) {
        this.study = study;
        this.runs = runs;
        this.listener = listener;
        this.tables = tables;
    }

    /**
     * @param jobs how many trials run side by side
     * @throws java.util.concurrent.CancellationException if a trial was asked to stop
     */
    public StudySummary run(int jobs) {
        SideBySide pool = new SideBySide(jobs, this::one);
        pool.all(study.pretrainings());
        pool.all(study.rows().stream().flatMap(row -> row.trials().stream()).toList());
        return StudyTable.of(study, finished);
    }

    private void one(Trial trial) {
        listener.started(started.incrementAndGet(), study.trials().size(), trial);
        finished.put(trial, runs.run(trial));
        if (!study.pretrainings().contains(trial)) {
            synchronized (this) {
                tables.accept(StudyTable.of(study, finished));
            }
        }
    }
}
