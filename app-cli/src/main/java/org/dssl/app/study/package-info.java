/** Studies: many runs whose results stand in one table. */
package org.dssl.app.study;
