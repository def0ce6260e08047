package org.dssl.app.data;

import org.dssl.domain.crystal.Crystal;

/**
 * A crystal as read.
 *
 * @param place file and line, for messages
 */
public record ReadCrystal(Crystal crystal, String place) {}
