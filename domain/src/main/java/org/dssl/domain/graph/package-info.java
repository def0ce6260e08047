/** From crystals to graphs: neighbour search, both graph modes, quotient, packing of batches. */
package org.dssl.domain.graph;
