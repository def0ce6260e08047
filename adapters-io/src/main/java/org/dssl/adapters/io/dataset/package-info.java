/** Data sets: folders, files, tables beside structure files, and those that come with dssl. */
package org.dssl.adapters.io.dataset;
