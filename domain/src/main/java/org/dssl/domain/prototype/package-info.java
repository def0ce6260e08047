/** Crystals out of nothing: common structure types decorated with ions, for trials and tests without data. */
package org.dssl.domain.prototype;
