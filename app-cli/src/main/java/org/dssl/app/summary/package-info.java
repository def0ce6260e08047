/** The table at the end of a run. */
package org.dssl.app.summary;
