package org.dssl.app.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of a study: a configuration file and what the study changes in it.
 *
 * @param label as progress and messages name it
 * @param overrides {@code key.path=value}, over the file
 * @param folder of the run
 */
public record Trial(String label, Path yaml, List<String> overrides, Path folder) {

    /** All overrides, the folder's among them. */
    public List<String> settings() {
        List<String> all = new ArrayList<>(overrides);
        all.add("output=" + folder);
        return all;
    }
}
