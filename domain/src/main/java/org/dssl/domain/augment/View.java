package org.dssl.domain.augment;

import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.graph.CrystalGraph;

/**
 * A crystal as a task sees it.
 *
 * @param original before augmentation
 * @param crystal after it (moved atoms; elements are never overwritten, see {@code masked})
 * @param graph of {@code crystal}, one vertex per atom (no quotient yet)
 * @param masked which atoms hide their element from the network
 * @param displacement that was applied, Cartesian, Å, three per atom
 */
public record View(Crystal original, Crystal crystal, CrystalGraph graph, boolean[] masked, double[] displacement) {}
