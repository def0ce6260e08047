package org.dssl.it;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills at many random moments; {@code -Dkills=N} for another number than 200, {@code -Dseed=N} for other moments. */
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
    }
}
