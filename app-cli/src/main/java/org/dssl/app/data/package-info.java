/** Data sets ready for training: crystals with their graphs. */
package org.dssl.app.data;
