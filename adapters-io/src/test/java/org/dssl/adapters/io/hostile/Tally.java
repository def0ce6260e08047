package org.dssl.adapters.io.hostile;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What became of the hostile inputs, printed as rows for docs/reliability.md. */
final class Tally {
    private static final Map<String, Tally> BY_READER = new TreeMap<>();

    private long inputs;
    private long withStructures;
    private long withProblems;
    private long slowest;

    private Tally() {}

    static void add(String reader, Verdict verdict, long nanoseconds) {
        Tally tally = BY_READER.computeIfAbsent(reader, name -> new Tally());
        tally.inputs++;
        tally.withStructures += verdict.structures() > 0 ? 1 : 0;
        tally.withProblems += verdict.problems() > 0 ? 1 : 0;
        tally.slowest = Math.max(tally.slowest, nanoseconds);
    }

    /** The rows of all readers so far, which are then forgotten. */
    static void print() {
        BY_READER.forEach((reader, tally) -> System.out.printf(
                Locale.ROOT,
                "| %s | %,d | %,d | %,d | %,d |%n",
                reader,
                tally.inputs,
                tally.withStructures,
                tally.withProblems,
                tally.slowest / 1_000_000));
        BY_READER.clear();
    }
}
