package org.dssl.app.training;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.program.Feeds;
import org.dssl.domain.program.TrainingSession;
import org.dssl.domain.random.RandomStream;
import org.dssl.domain.train.Schedule;

/** Epochs of optimiser steps; the next batch is packed on another thread while the backend computes. */
public final class TrainingLoop implements AutoCloseable {

    /** Hears how training goes. */
    public interface Observer {
        /** After each step; {@code done} is the share of the epoch. */
        void stepped(int epoch, double done, double loss);

        /** After each step but an epoch's last: here the training could be continued. */
        void between(Position position);

        /**
         * After each epoch, the schedule updated.
         *
         * @param means of the loss ({@code loss}) and of every scalar value, weighted by batch size
         * @return whether to go on
         */
        boolean epochEnded(int epoch, long step, Map<String, Double> means);
    }

    private final ExecutorService packer = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "dssl-packer");
        thread.setDaemon(true);
        return thread;
    });
    private final Cancellation cancellation;

    public TrainingLoop(Cancellation cancellation) {
        this.cancellation = cancellation;
    }

    /**
     * Trains from a position ({@link Position#START} for a new training) to the end of {@code epochs}.
     *
     * @param random the training's stream; dropout of step s is drawn from random / "dropout" / s
     * @throws InvalidInputException if the loss is not finite or has exploded
     */
    public void run(
            TrainingSession session,
            BatchSource batches,
            Schedule schedule,
            Position first,
            int epochs,
            RandomStream random,
            Observer observer) {
        int perEpoch = batches.batchesPerEpoch();
        Finite finite = new Finite();
        CompletableFuture<Feeds> next = first.epoch() < epochs ? pack(batches, first.epoch(), first.batch()) : null;
        Means means = new Means(first.sums(), first.weight());
        for (int epoch = first.epoch(); epoch < epochs; epoch++) {
            for (int b = epoch == first.epoch() ? first.batch() : 0; b < perEpoch; b++) {
                cancellation.check();
                Feeds feeds = take(next);
                boolean last = b + 1 == perEpoch;
                next = last && epoch + 1 == epochs ? null : pack(batches, last ? epoch + 1 : epoch, last ? 0 : b + 1);
                long step = (long) epoch * perEpoch + b;
                TrainingSession.Outcome outcome = session.step(
                        feeds,
                        schedule.rate(step),
                        random.split("dropout").split(step).seed());
                finite.check(outcome, batches, epoch, b);
                means.add(outcome, batches.size(b));
                observer.stepped(epoch, (b + 1.0) / perEpoch, outcome.loss());
                if (!last) {
                    observer.between(means.at(epoch, b + 1));
                }
            }
            schedule.epochEnded(means.of("loss"));
            if (!observer.epochEnded(epoch, (epoch + 1L) * perEpoch, means.all())) {
                return;
            }
            means = new Means(Map.of(), 0);
        }
    }

    private CompletableFuture<Feeds> pack(BatchSource batches, int epoch, int number) {
        return CompletableFuture.supplyAsync(() -> batches.batch(epoch, number), packer);
    }

    private static Feeds take(CompletableFuture<Feeds> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        packer.shutdownNow();
    }
}
