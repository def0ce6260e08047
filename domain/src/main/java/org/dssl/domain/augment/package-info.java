/** Masked and perturbed views of crystals. */
package org.dssl.domain.augment;
