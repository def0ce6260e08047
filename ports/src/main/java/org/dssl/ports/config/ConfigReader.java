package org.dssl.ports.config;

import java.nio.file.Path;

/**
 * Reads configuration text into nodes that know their place. Every method throws
 * {@link org.dssl.domain.problem.InvalidInputException} with the place of the mistake.
 */
public interface ConfigReader {

    ConfigNode read(Path file);

    /** @param shownAs the name of the text in places, as a file's */
    ConfigNode parse(String text, String shownAs);

    /**
     * A setting from the command line, {@code pretrain.epochs=5} or {@code compute={device: cpu, threads: 2}}, as a tree
     * of maps down to the value; its place is {@code --set}.
     */
    ConfigNode override(String assignment);
}
