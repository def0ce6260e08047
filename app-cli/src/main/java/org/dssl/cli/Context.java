package org.dssl.cli;

import java.util.function.Function;
import java.util.function.Supplier;
import org.dssl.app.UseCases;
import org.dssl.app.plugins.PluginDiscovery.Found;
import org.dssl.app.plugins.PluginSettings;
import org.dssl.ports.out.SelfCheck;
import org.dssl.ports.out.TextFormats;

/** What commands work with. The suppliers are asked only when a command runs: help must not load TensorFlow. */
record Context(
        Console console,
        Supplier<UseCases> useCases,
        Function<PluginSettings, Found> plugins,
        Function<PluginSettings, SelfCheck> doctor,
        Supplier<TextFormats> formats,
        Stopping stopping) {

    /** The use cases, which Ctrl-C stops from now on. */
    UseCases open() {
        UseCases opened = useCases.get();
        stopping.running(opened::cancel);
        return opened;
    }
}
