/** What the application needs from the world outside. */
package org.dssl.ports.out;
