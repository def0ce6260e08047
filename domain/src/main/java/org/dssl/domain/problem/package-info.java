/** Mistakes of the user, with their place and what to do. */
package org.dssl.domain.problem;
