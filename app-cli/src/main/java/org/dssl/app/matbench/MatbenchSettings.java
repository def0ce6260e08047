package org.dssl.app.matbench;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What to hand in.
 *
 * @param run folder of the run
 * @param output folder to write to
 * @param task as {@code matbench_phonons}; else what the ids say
 * @param variant of the run; else its first
 * @param target column; needed if the run has several
 * @param algorithm short name of the method on the leaderboard
 */
public record MatbenchSettings(
        Path run,
        Path output,
        Optional<String> task,
        Optional<String> variant,
        Optional<String> target,
        String algorithm,
        String authors) {}
