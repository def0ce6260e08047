package org.dssl.domain.reference;

import org.dssl.domain.algebra.Index;

/** Entry m points to row {@code ids[m]} of {@code range} rows. */
record RowIndex(int[] ids, int range) implements Index {}
