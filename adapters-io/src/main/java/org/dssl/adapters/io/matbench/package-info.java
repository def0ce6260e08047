/** The files of Matbench, read by Python. */
package org.dssl.adapters.io.matbench;
