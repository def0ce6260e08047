package org.dssl.app.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
     * @throws CancellationException if a trial was asked to stop
     */
    public StudySummary run(int jobs) {
        ExecutorService pool = Executors.newFixedThreadPool(jobs);
        try {
            all(pool, study.pretrainings());
            all(
                    pool,
                    study.rows().stream().flatMap(row -> row.trials().stream()).toList());
        } finally {
            pool.shutdownNow();
        }
        return StudyTable.of(study, finished);
    }

    /** The first failure stops the rest. */
    private void all(ExecutorService pool, List<Trial> trials) {
        List<Future<?>> futures = new ArrayList<>();
        trials.forEach(trial -> futures.add(pool.submit(() -> one(trial))));
        try {
            for (Future<?> future : futures) {
                future.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } finally {
            futures.forEach(future -> future.cancel(true));
        }
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
