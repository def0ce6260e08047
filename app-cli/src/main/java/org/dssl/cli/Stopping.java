package org.dssl.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C: what runs is asked to stop and gets a moment to write its report. The run folder is usable in any case; this
 * only makes it complete.
 */
final class Stopping {
    private static final int PATIENCE_SECONDS = 10;

    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Runnable cancel;

    /** @param action stops what runs now, from another thread */
    void running(Runnable action) {
        cancel = action;
    }

    /** The command is over; there is nothing to wait for. */
    void ended() {
        ended.countDown();
    }

    /** Called when the process ends, for whatever reason. */
    void stopAndWait() {
        if (cancel == null || ended.getCount() == 0) {
            return;
        }
        cancel.run();
        try {
            ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
