package org.dssl.app.weights;

import java.nio.file.Path;
import java.util.List;

/**
 * What an import or an export did.
 *
 * @param network encoder and sizes in words
 * @param arrays how many were carried over
 * @param left names that exist on one side only: ignored on the way in, filled with constants on the way out
 * @param notes what the user should know
 * @param written folder or file
 */
public record Moved(String network, int arrays, List<String> left, List<String> notes, Path written) {}
