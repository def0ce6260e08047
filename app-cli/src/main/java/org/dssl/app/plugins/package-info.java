/** Which plugins there are: found on the class path or given by hand, checked before anything uses them. */
package org.dssl.app.plugins;
