package org.dssl.app.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.ports.config.ConfigNode;

/** What is wrong with a configuration, gathered to be told at once, in the order of the file. */
final class Problems {
    private record Found(ConfigNode node, String message) {}

    private final List<Found> found = new ArrayList<>();

    void add(ConfigNode node, String message) {
        found.add(new Found(node, message));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** Values without a line, as those of the command line, come last. */
    void throwIfAny() {
        if (!found.isEmpty()) {
            Comparator<Found> byLine = Comparator.comparingInt(
                    f -> f.node.line() > 0 && !Presets.holds(f.node) ? f.node.line() : Integer.MAX_VALUE);
            throw new InvalidInputException(found.stream()
                    .sorted(byLine)
                    .map(f -> f.node.problem(f.message))
                    .toList());
        }
    }
}
