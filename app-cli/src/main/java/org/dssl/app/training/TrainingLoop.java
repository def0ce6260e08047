package org.dssl.app.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
     * Trains from epoch {@code first} (0 for a new training) to {@code epochs}.
     *
     * @param random the training's stream; dropout of step s is drawn from random / "dropout" / s
     * @throws InvalidInputException if the loss is not finite
     */
    public void run(
            TrainingSession session,
            BatchSource batches,
            Schedule schedule,
            int first,
            int epochs,
            RandomStream random,
            Observer observer) {
        int perEpoch = batches.batchesPerEpoch();
        CompletableFuture<Feeds> next = first < epochs ? pack(batches, first, 0) : null;
        for (int epoch = first; epoch < epochs; epoch++) {
            Means means = new Means();
            for (int b = 0; b < perEpoch; b++) {
                cancellation.check();
                Feeds feeds = take(next);
                boolean last = b + 1 == perEpoch;
                next = last && epoch + 1 == epochs ? null : pack(batches, last ? epoch + 1 : epoch, last ? 0 : b + 1);
                long step = (long) epoch * perEpoch + b;
                TrainingSession.Outcome outcome = session.step(
                        feeds,
                        schedule.rate(step),
                        random.split("dropout").split(step).seed());
                requireFinite(outcome, batches, epoch, b);
                means.add(outcome, batches.size(b));
                observer.stepped(epoch, (b + 1.0) / perEpoch, outcome.loss());
            }
            schedule.epochEnded(means.of("loss"));
            if (!observer.epochEnded(epoch, (epoch + 1L) * perEpoch, means.all())) {
                return;
            }
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

    private static void requireFinite(TrainingSession.Outcome outcome, BatchSource batches, int epoch, int batch) {
        if (Double.isFinite(outcome.loss())) {
            return;
        }
        List<String> terms = new ArrayList<>();
        outcome.values().forEach((name, value) -> {
            if (value.values().length == 1) {
                terms.add(name + " = " + value.values()[0]);
            }
        });
        List<String> crystals = batches.crystals(epoch, batch);
        throw new InvalidInputException(
                "epoch " + (epoch + 1) + ", batch " + (batch + 1) + ", step "
                        + ((long) epoch * batches.batchesPerEpoch() + batch + 1),
                "the loss is " + outcome.loss() + (terms.isEmpty() ? "" : ": " + String.join(", ", terms))
                        + ". A lower rate or clip-norm: 1 usually helps; the last checkpoint is kept.\nCrystals of this batch: "
                        + String.join(", ", crystals));
    }

    @Override
    public void close() {
        packer.shutdownNow();
    }

    /** Running means, weighted by batch size. */
    private static final class Means {
        private final Map<String, Double> sums = new TreeMap<>();
        private double weight;

        void add(TrainingSession.Outcome outcome, int size) {
            weight += size;
            sums.merge("loss", size * outcome.loss(), Double::sum);
            outcome.values().forEach((name, value) -> {
                if (value.values().length == 1) {
                    sums.merge(name, size * value.values()[0], Double::sum);
                }
            });
        }

        double of(String name) {
            return sums.get(name) / weight;
        }

        Map<String, Double> all() {
            Map<String, Double> means = new TreeMap<>();
            sums.keySet().forEach(name -> means.put(name, of(name)));
            return means;
        }
    }
}
