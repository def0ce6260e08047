package org.dssl.cli;

import java.io.PrintWriter;
import org.dssl.ports.out.ProgressListener;

/**
 * Progress on the console: in a terminal each stage is one line, redrawn in place; elsewhere plain lines, at most one in
 * ten seconds. Thread-safe, since Ctrl-C closes it from another thread.
 */
final class ConsoleProgress implements ProgressListener, AutoCloseable {
    private static final long REDRAW_MILLIS = 100;
    private static final long LINE_MILLIS = 10_000;
    private static final int LEAST_TEXT = 58;
    private static final int LONGEST_TEXT = 68;
    private static final int TIME = 10;
    private static final double LEAST_DONE = 0.005;
    private static final int LEAST_BAR = 10;
    private static final int LONGEST_BAR = 30;

    private final Console console;
    private final boolean quiet;
    private final PrintWriter out;
    private long firstMoved;
    private double firstFraction;
    private long lastShown;
    private boolean lineOpen;

    ConsoleProgress(Console console, boolean quiet) {
        this.console = console;
        this.quiet = quiet;
        this.out = console.out();
    }

    @Override
    public synchronized void started(String headline) {
        if (!quiet) {
            println(headline);
        }
    }

    @Override
    public synchronized void stageStarted(String stage) {
        lastShown = console.clock().millis();
        firstFraction = Double.NaN;
        if (console.interactive() && !quiet) {
            redraw(label(stage) + "…");
        }
    }

    @Override
    public synchronized void moved(
            String stage, String part, int epoch, int epochs, double fractionDone, String figures) {
        long now = console.clock().millis();
        if (Double.isNaN(firstFraction)) {
            firstFraction = fractionDone;
            firstMoved = now;
        }
        if (quiet || now - lastShown < (console.interactive() ? REDRAW_MILLIS : LINE_MILLIS)) {
            return;
        }
        lastShown = now;
        String where = part.isEmpty() ? "" : part + "  ";
        String count = epochs > 0 ? "epoch " + epoch + "/" + epochs + "  " : "";
        String said = figures.isEmpty() ? "" : figures + "  ";
        String left = timeLeft((now - firstMoved) / 1000.0, fractionDone);
        if (console.interactive()) {
            redraw(withBar(label(stage) + where, fractionDone, "  " + count + said + left));
        } else {
            String percent = (int) Math.floor(100 * fractionDone) + " %  ";
            println((label(stage) + where + percent + count + said + left).stripTrailing());
        }
    }

    @Override
    public synchronized void stageEnded(String stage, String outcome, double seconds) {
        if (!quiet) {
            int room = console.columns() - 1 - label("").length() - TIME;
            int text = Math.max(LEAST_TEXT, Math.min(LONGEST_TEXT, room));
            println(label(stage) + String.format("%-" + text + "s%" + TIME + "s", outcome, Durations.spent(seconds)));
        }
    }

    @Override
    public synchronized void warning(String message) {
        endLine();
        PrintWriter target = quiet ? console.err() : out;
        target.println(" warning   " + message);
        target.flush();
    }

    /** Ends a line that is being redrawn, so that what comes next does not stand behind it. */
    @Override
    public synchronized void close() {
        if (lineOpen) {
            out.println();
            out.flush();
            lineOpen = false;
        }
    }

    private static String label(String stage) {
        return String.format(" %-9s ", stage);
    }

    /** From what was done since the first word: what was done before it was slow to begin, or in an earlier run. */
    private String timeLeft(double spent, double fraction) {
        double done = fraction - firstFraction;
        return done < LEAST_DONE ? "" : "ETA " + Durations.left(spent * (1 - fraction) / done);
    }

    /** The bar gives way where the line is too narrow, then the figures do. */
    private String withBar(String before, double fraction, String after) {
        int room = console.columns() - 1 - before.length() - after.length();
        int width = Math.max(LEAST_BAR, Math.min(LONGEST_BAR, room));
        int rest = Math.max(0, console.columns() - 1 - before.length() - width);
        String shown = after.length() > rest ? after.substring(0, rest) : after;
        return before + Bar.of(fraction, width, console.colours()) + shown;
    }

    private void redraw(String line) {
        out.print("\r\u001B[K" + line);
        out.flush();
        lineOpen = true;
    }

    private void println(String line) {
        endLine();
        out.println(line);
        out.flush();
    }

    /** Takes the redrawn line away: what replaces it says more. */
    private void endLine() {
        if (lineOpen) {
            out.print("\r\u001B[K");
            lineOpen = false;
        }
    }
}
