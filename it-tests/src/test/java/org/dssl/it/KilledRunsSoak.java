package org.dssl.it;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills at many random moments; {@code -Dkills=N} for another number than 200, {@code -Dseed=N} for other moments; {@code -Drecord=true}
 * puts their places into docs/reliability.md.
 */
class KilledRunsSoak {
    @TempDir
    Path folder;

    @Test
    void killedRunsResumeToTheSameBytes() throws Exception {
        int kills = Integer.getInteger("kills", 200);
        KilledRuns runs = new KilledRuns(folder, Long.getLong("seed", 1));
        runs.runWithoutInterruption();
        for (int kill = 0; kill < kills; kill++) {
            runs.killAndResume(kill);
            System.out.println("kill " + (kill + 1) + " of " + kills + ": " + runs.moments.get(kill));
        }
        ReliabilityPage.record(
                "kills",
                kills + " kills, by where the journal stood: " + places(runs.moments)
                        + ". All ended with the same bytes.");
    }

    /** How many kills per part of the run. */
    private static String places(List<String> moments) {
        return moments.stream()
                .collect(Collectors.groupingBy(KilledRunsSoak::place, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(place -> place.getValue() + " " + place.getKey())
                .collect(Collectors.joining(", "));
    }

    /** The moment without its epoch and numbers. */
    private static String place(String moment) {
        String[] cells = moment.split(",");
        return cells.length < 4 ? moment : ("in " + cells[2] + " " + cells[3]).strip();
    }
}
