package org.dssl.adapters.io.structure;

/** Ends the reading of one structure; its reader makes a problem of it and goes on with the next. */
public final class BadStructureException extends Exception {
    private final int line;

    /** @param line in the file, counted from 1; 0 if the place is the structure as a whole */
    public BadStructureException(int line, String reason) {
        super(reason);
        this.line = line;
    }

    public int line() {
        return line;
    }
}
