/** What readers of structure files share; one package below for each family of formats. */
package org.dssl.adapters.io.structure;
