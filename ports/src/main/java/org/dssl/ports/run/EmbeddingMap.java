package org.dssl.ports.run;

import java.util.List;

/**
 * Crystals as points of a plane: their embeddings along the two directions in which these vary most.
 *
 * @param columns of the embeddings
 * @param explained share of the variance along either direction
 * @param ids of the crystals; x and y are parallel to them
 */
public record EmbeddingMap(int columns, List<Double> explained, List<String> ids, List<Double> x, List<Double> y) {}
