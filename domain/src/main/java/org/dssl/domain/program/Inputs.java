package org.dssl.domain.program;

import org.dssl.domain.algebra.Index;

/** The inputs of a program as a backend holds them while it builds or runs it. */
public interface Inputs<T> {
    T numbers(String name);

    Index index(String name);
}
