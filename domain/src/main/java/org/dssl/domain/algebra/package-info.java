/** The operations in which models are written, and the reference implementation of them. */
package org.dssl.domain.algebra;
