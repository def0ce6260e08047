/** Models as programs with named inputs, parameters and state, and the sessions that run them. */
package org.dssl.domain.program;
