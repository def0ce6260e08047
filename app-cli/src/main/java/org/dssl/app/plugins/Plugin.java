package org.dssl.app.plugins;

import org.dssl.ports.spi.PretextTaskProvider;

/** A provider and where it comes from. */
record Plugin(PretextTaskProvider provider, Origin origin) {

    /** One on the class path. */
    static Plugin of(PretextTaskProvider provider) {
        return new Plugin(provider, Origin.of(provider.getClass()));
    }

    /** Whether it comes as a JAR that dssl does not bring itself. */
    boolean isStrangers() {
        return origin.sha256().isPresent();
    }
}
