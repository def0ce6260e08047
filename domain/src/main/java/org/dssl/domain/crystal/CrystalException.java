package org.dssl.domain.crystal;

/** A structure that is no crystal: the message says what was found and what is allowed. Readers add the place. */
public final class CrystalException extends RuntimeException {
    public CrystalException(String message) {
        super(message);
    }
}
