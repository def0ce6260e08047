package org.dssl.domain.nn;

/**
 * What an encoder gives. Legend: V atoms, d width.
 *
 * @param atoms x, before the global attention, (V, d)
 * @param attention w, the share of each single atom in its crystal: Σ μ·w = 1 over a crystal, (V, 1)
 */
public record Encoded<T>(T atoms, T attention) {}
