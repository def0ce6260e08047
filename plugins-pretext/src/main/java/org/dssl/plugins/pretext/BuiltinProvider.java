package org.dssl.plugins.pretext;

import org.dssl.ports.spi.PretextTaskProvider;

/** What the built-in providers have in common. */
abstract class BuiltinProvider implements PretextTaskProvider {
    private final String id;
    private final String description;

    BuiltinProvider(String id, String description) {
        this.id = id;
        this.description = description;
    }

    @Override
    public int spiVersion() {
        return SPI_VERSION;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String description() {
        return description;
    }
}
