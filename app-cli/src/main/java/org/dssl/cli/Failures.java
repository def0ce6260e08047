package org.dssl.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.problem.Problem;

/** What a failure tells the user, and its exit code. */
final class Failures {
    private final PrintWriter err;

    Failures(PrintWriter err) {
        this.err = err;
    }

    ExitCode report(Throwable failure, boolean debug) {
        if (failure instanceof InvalidInputException) {
            ((InvalidInputException) failure).problems().forEach(this::print);
            // A plugin's fault, not the user's: its author wants to see where.
            if (debug && failure.getCause() != null) {
                failure.getCause().printStackTrace(err);
            }
            return ended(ExitCode.USER_MISTAKE);
        }
        if (failure instanceof CancellationException) {
            err.println("Stopped. The same command continues.");
            return ended(ExitCode.INTERRUPTED);
        }
        Throwable cause = failure instanceof UncheckedIOException ? failure.getCause() : failure;
        if (cause instanceof FileSystemException) {
            print(new Problem(((FileSystemException) cause).getFile(), reason((FileSystemException) cause)));
            return ended(ExitCode.USER_MISTAKE);
        }
        if (failure instanceof UncheckedIOException) {
            print(new Problem("input or output", failure.getMessage() + advice(failure.getMessage())));
            return ended(ExitCode.USER_MISTAKE);
        }
        internal(failure, debug);
        return ended(ExitCode.INTERNAL_ERROR);
    }

    /** Further lines of a message stand below its first. */
    private void print(Problem problem) {
        String indent = " ".repeat(Math.min(problem.place().length(), 40) + 2);
        err.println(problem.place() + "  " + problem.message().replace("\n", System.lineSeparator() + indent));
    }

    private void internal(Throwable failure, boolean debug) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        err.println("dssl failed: " + failure);
        if (debug) {
            err.print(trace);
            err.println("This is a fault of dssl. Please report it with the lines above.");
            return;
        }
        try {
            Path file = Files.createTempFile("dssl-failure-", ".txt");
            Files.writeString(file, trace.toString());
            err.println("This is a fault of dssl. Please report it with the stack trace in " + file
                    + " (--debug prints it).");
        } catch (IOException e) {
            err.println("This is a fault of dssl. Please report it with the stack trace that --debug prints.");
        }
    }

    /** What was computed before stays: files are replaced whole. */
    private static String advice(String message) {
        boolean full = message.contains("No space left") || message.contains("not enough space");
        return full ? ". Free some space; the same command goes on from the last checkpoint." : ".";
    }

    private static String reason(FileSystemException e) {
        if (e instanceof NoSuchFileException) {
            return "no such file or folder.";
        }
        if (e instanceof AccessDeniedException) {
            return "access is denied. Change the rights, or choose another place.";
        }
        return e.getReason() == null
                ? "cannot be used: " + e
                : "cannot be used: " + e.getReason() + (advice(e.getReason()));
    }

    private ExitCode ended(ExitCode code) {
        err.flush();
        return code;
    }
}
