/** The built-in pretext tasks, found by ServiceLoader exactly as a stranger's are. */
package org.dssl.plugins.pretext;
