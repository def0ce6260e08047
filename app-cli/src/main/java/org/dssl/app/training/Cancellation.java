package org.dssl.app.training;

import java.util.concurrent.CancellationException;

/** Lets another thread ask a run to stop after the current step. Thread-safe. */
public final class Cancellation {
    private volatile boolean requested;

    public void request() {
        requested = true;
    }

    /** @throws CancellationException once stopping was asked for */
    public void check() {
        if (requested) {
            throw new CancellationException("stopped on request");
        }
    }
}
