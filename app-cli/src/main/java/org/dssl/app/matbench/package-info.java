/** A run's predictions as results of Matbench. */
package org.dssl.app.matbench;
