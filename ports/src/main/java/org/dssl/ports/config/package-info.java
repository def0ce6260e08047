/** Configuration with places, and self-describing options. */
package org.dssl.ports.config;
