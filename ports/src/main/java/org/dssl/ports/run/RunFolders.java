package org.dssl.ports.run;

import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Opens run folders. */
public interface RunFolders {

    /**
     * Opens or makes the folder of a run.
     *
     * @param configYaml the resolved configuration, written to {@code config.yaml}; a folder that holds another one is
     *     refused
     * @param current brings an older version's configuration up to date, filling in keys that it did not know
     * @param fresh moves an existing run aside first, to {@code <name>.1}, {@code <name>.2}, …
     * @throws org.dssl.domain.problem.InvalidInputException if the folder holds a run of another configuration (the
     *     message names the first key that differs), holds anything but a run, cannot be written, or is in use by another
     *     process
     */
    RunFolder open(Path folder, String configYaml, UnaryOperator<String> current, boolean fresh);

    /** Without regard to other versions. */
    default RunFolder open(Path folder, String configYaml, boolean fresh) {
        return open(folder, configYaml, UnaryOperator.identity(), fresh);
    }

    /**
     * Opens an existing run for reading only, also one that another process is writing.
     *
     * @throws org.dssl.domain.problem.InvalidInputException if there is no run
     */
    RunFolder read(Path folder);
}
