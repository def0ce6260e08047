/** What the author of a pretext task sees: two small classes and a service file. */
package org.dssl.ports.spi;
