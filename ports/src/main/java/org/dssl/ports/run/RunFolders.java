package org.dssl.ports.run;

import java.nio.file.Path;

/** Opens run folders. */
public interface RunFolders {

    /**
     * Opens or makes the folder of a run.
     *
     * @param configYaml the resolved configuration; a folder that holds another one is refused
     * @param fresh moves an existing folder aside first
     * @throws org.dssl.domain.problem.InvalidInputException if the folder holds a run of another configuration (the
     *     message names the first key that differs), cannot be written, or is in use by another process
     */
    RunFolder open(Path folder, String configYaml, boolean fresh);

    /**
     * Opens an existing run for reading only.
     *
     * @throws org.dssl.domain.problem.InvalidInputException if there is no run
     */
    RunFolder read(Path folder);
}
