/** Structures whose sites hold several elements, or none, with some probability. */
package org.dssl.adapters.io.structure.disorder;
