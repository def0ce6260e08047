/** Run folders on disk. */
package org.dssl.adapters.io.run;
