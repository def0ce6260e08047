package org.dssl.domain.program;

/**
 * An input of a program: numbers of shape (R, columns), or an index of R entries.
 *
 * @param columns 0 for an index
 */
public record InputSpec(String name, int columns) {
    public static InputSpec numbers(String name, int columns) {
        return new InputSpec(name, columns);
    }

    public static InputSpec index(String name) {
        return new InputSpec(name, 0);
    }

    public boolean isIndex() {
        return columns == 0;
    }
}
