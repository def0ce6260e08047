/**
 * Which plugins there are: found on the class path and in JARs, or given by hand; checked before anything uses them, and
 * guarded while it does. docs/adr/0004-plugin-class-loading.md says why it is done so.
 */
package org.dssl.app.plugins;
