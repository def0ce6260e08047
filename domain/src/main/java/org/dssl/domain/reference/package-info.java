/**
 * The reference implementation of the algebra, in double precision on the JDK alone: the oracle that other backends
 * are tested against, and the second backend to swap in.
 */
package org.dssl.domain.reference;
