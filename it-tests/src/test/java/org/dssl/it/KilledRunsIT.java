package org.dssl.it;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kill costs nothing but the time since the last checkpoint; 200 of them are in {@link KilledRunsSoak}. */
class KilledRunsIT {
    private static final int KILLS = 5;

    @TempDir
    Path folder;

    @Test
    void killedRunsResumeToTheSameBytes() throws Exception {
        KilledRuns runs = new KilledRuns(folder, 20260101);
        runs.runWithoutInterruption();
        for (int kill = 0; kill < KILLS; kill++) {
            runs.killAndResume(kill);
        }
        System.out.println("killed and resumed: " + runs.moments);
    }
}
