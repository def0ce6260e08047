/** Encoders, heads, pooling and losses, each written once in the algebra. */
package org.dssl.domain.nn;
