package org.dssl.cli;

/** What the process returns. */
enum ExitCode {
    OK(0),
    /** A fault of dssl; the stack trace is in the file that the message names. */
    INTERNAL_ERROR(1),
    /** Arguments, configuration or data cannot be used; the message says what to change. */
    USER_MISTAKE(2),
    /** Stopped by Ctrl-C or on request; the same command continues. */
    INTERRUPTED(130);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
