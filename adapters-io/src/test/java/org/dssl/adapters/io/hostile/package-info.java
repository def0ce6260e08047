/** Readers on input that was cut, mangled or made to hurt: see docs/reliability.md. */
package org.dssl.adapters.io.hostile;
