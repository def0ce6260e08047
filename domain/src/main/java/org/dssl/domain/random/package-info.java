/** Reproducible, named streams of random numbers. */
package org.dssl.domain.random;
