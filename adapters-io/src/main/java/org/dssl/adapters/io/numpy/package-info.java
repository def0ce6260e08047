/** NumPy's files. */
package org.dssl.adapters.io.numpy;
