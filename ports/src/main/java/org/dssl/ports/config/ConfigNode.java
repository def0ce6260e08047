package org.dssl.ports.config;

import java.util.List;
import java.util.Map;
import org.dssl.domain.problem.Problem;

/**
 * A value of a configuration with its place. The value is a scalar (String, Long, Double, Boolean or null), a list of
 * nodes, or a map of nodes in the order of the file.
 *
 * @param keyPath {@code pretrain.tasks.mask.ratio}; empty at the top
 * @param file as the user named it
 * @param line from 1; 0 where there is none (command line, defaults)
 */
public record ConfigNode(Object value, String keyPath, String file, int line) {

    public boolean isMap() {
        return value instanceof Map;
    }

    public boolean isList() {
        return value instanceof List;
    }

    @SuppressWarnings("unchecked")
    public Map<String, ConfigNode> map() {
        return (Map<String, ConfigNode>) value;
    }

    @SuppressWarnings("unchecked")
    public List<ConfigNode> list() {
        return (List<ConfigNode>) value;
    }

    /** {@code elasticity.yaml:9  pretrain.tasks.mask}, for messages. */
    public String place() {
        return keyPath.isEmpty() ? where() : where() + "  " + keyPath;
    }

    /** What is wrong with this value: {@code elasticity.yaml:9  pretrain.tasks.mask: message}. */
    public Problem problem(String message) {
        return new Problem(where(), keyPath.isEmpty() ? message : keyPath + ": " + message);
    }

    private String where() {
        return line > 0 ? file + ":" + line : file;
    }
}
