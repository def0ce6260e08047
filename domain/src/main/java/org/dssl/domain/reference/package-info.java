/** The reference implementation: double precision on the JDK alone; the oracle of tests and a second backend. */
package org.dssl.domain.reference;
