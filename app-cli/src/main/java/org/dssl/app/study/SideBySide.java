package org.dssl.app.study;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Does something with trials, several at a time; the first failure stops the rest. */
final class SideBySide {
    private final int jobs;
    private final Consumer<Trial> action;

    SideBySide(int jobs, Consumer<Trial> action) {
        this.jobs = jobs;
        this.action = action;
    }

    /** Returns when all are done. @throws CancellationException if one was stopped, or this thread interrupted */
    void all(List<Trial> trials) {
        ExecutorService pool = Executors.newFixedThreadPool(jobs);
        List<Future<?>> futures = new ArrayList<>();
        try {
            trials.forEach(trial -> futures.add(pool.submit(() -> action.accept(trial))));
            for (Future<?> future : futures) {
                future.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } finally {
            pool.shutdownNow();
        }
    }
}
