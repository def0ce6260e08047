/** Helpers for tests of every module: this module's test JAR carries them. */
package org.dssl.domain.testing;
