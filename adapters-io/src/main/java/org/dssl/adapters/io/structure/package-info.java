/** Readers of structure files, one per format, and the registry that picks among them. */
package org.dssl.adapters.io.structure;
