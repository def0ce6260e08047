package org.dssl.adapters.io.hostile;

import java.util.Base64;

/** Runs what should end at once; if it hangs, says on what, and ends the virtual machine instead of hanging with it. */
final class Watched {
    private static final int SECONDS = 120;

    /** What is being read now, and since when; null between two inputs. */
    private static volatile Current current;

    private record Current(byte[] input, Thread thread, long since) {}

    static {
        Thread watch = new Thread(Watched::watch, "watch");
        watch.setDaemon(true);
        watch.start();
    }

    private Watched() {}

    static void run(byte[] input, Runnable task) {
        current = new Current(input, Thread.currentThread(), System.nanoTime());
        try {
            task.run();
        } finally {
            current = null;
        }
    }

    private static void watch() {
        while (true) {
            try {
                Thread.sleep(1000);
            } catch (InterruptedException e) {
                return;
            }
            Current now = current;
            if (now != null && System.nanoTime() - now.since() > SECONDS * 1_000_000_000L) {
                System.err.println("no end after " + SECONDS + " s of this input, in Base64:");
                System.err.println(Base64.getEncoder().encodeToString(now.input()));
                for (StackTraceElement element : now.thread().getStackTrace()) {
                    System.err.println("    at " + element);
                }
                Runtime.getRuntime().halt(1);
            }
        }
    }
}
