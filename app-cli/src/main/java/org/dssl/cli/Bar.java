package org.dssl.cli;

/** A progress bar of one line. */
final class Bar {
    private static final String BOLD = "\u001B[36m";
    private static final String DIM = "\u001B[2m";
    private static final String PLAIN = "\u001B[0m";

    private Bar() {}

    /** {@code ━━━━━━━╸━━━━━━━}: what is left is dim, or thin where there are no colours. */
    static String of(double fraction, int width, boolean colours) {
        int done = (int) Math.floor(Math.max(0, Math.min(1, fraction)) * width);
        String full = "━".repeat(done) + (done < width ? "╸" : "");
        String left = (colours ? "━" : "─").repeat(Math.max(0, width - done - 1));
        return colours ? BOLD + full + PLAIN + DIM + left + PLAIN : full + left;
    }
}
