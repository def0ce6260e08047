package org.dssl.app.pretrain;

import org.dssl.domain.nn.EdgeVectors;
import org.dssl.domain.nn.GraphInputs;

/**
 * A view that went through the encoder.
 *
 * @param atoms embeddings that heads read, (V, d)
 * @param crystals their mean over atoms, (G, d)
 * @param vectors null if no head reads directions
 */
record EncodedView<T>(GraphInputs<T> graph, T atoms, T crystals, EdgeVectors<T> vectors) {}
