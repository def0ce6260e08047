package org.dssl.domain.algebra;

/**
 * A map from M rows to N rows, held by a backend: {@link TensorAlgebra#gather} pulls N rows to M along it,
 * {@link TensorAlgebra#segmentSum} pushes M rows to N. The two are each other's gradient.
 */
public interface Index {}
