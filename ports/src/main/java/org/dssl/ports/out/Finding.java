package org.dssl.ports.out;

/**
 * What a look at this machine found out about one thing.
 *
 * @param subject a word or two, as {@code Java}
 * @param found a fact, with figures
 * @param advice what to do about it; empty if there is nothing to do
 */
public record Finding(Level level, String subject, String found, String advice) {

    public enum Level {
        OK,
        /** Runs work, but something is slow, missing or short. */
        WARNING,
        /** A run would fail. */
        PROBLEM
    }

    public static Finding ok(String subject, String found) {
        return new Finding(Level.OK, subject, found, "");
    }

    public static Finding warning(String subject, String found, String advice) {
        return new Finding(Level.WARNING, subject, found, advice);
    }

    public static Finding problem(String subject, String found, String advice) {
        return new Finding(Level.PROBLEM, subject, found, advice);
    }
}
