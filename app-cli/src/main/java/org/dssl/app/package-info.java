/** The use cases of dssl, for the command and for embedders alike. */
package org.dssl.app;
