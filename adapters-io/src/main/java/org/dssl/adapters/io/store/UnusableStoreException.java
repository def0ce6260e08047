package org.dssl.adapters.io.store;

/** A file cannot be used as it is; the message goes on after its name. */
final class UnusableStoreException extends Exception {
    private static final long serialVersionUID = 1;

    UnusableStoreException(String message) {
        super(message);
    }
}
