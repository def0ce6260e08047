/** Graphs of data sets in memory-mapped files; docs/adr/0005-graph-store.md tells why, {@code StoreHeader} the format. */
package org.dssl.adapters.io.store;
