package org.dssl.app.plugins;

import java.util.List;
import org.dssl.ports.config.Option;
import org.dssl.ports.config.OptionValues;
import org.dssl.ports.spi.PretextTask;
import org.dssl.ports.spi.PretextTaskProvider;

/** Good and bad plugins. */
final class FakeProviders {
    private FakeProviders() {}

    static final class Fake implements PretextTaskProvider {
        private final String id;
        private final int version;
        private final List<Option> options;

        Fake(String id, Option... options) {
            this(id, SPI_VERSION, options);
        }

        Fake(String id, int version, Option... options) {
            this.id = id;
            this.version = version;
            this.options = List.of(options);
        }

        @Override
        public int spiVersion() {
            return version;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String description() {
            return "A fake";
        }

        @Override
        public List<Option> options() {
            return options;
        }

        @Override
        public PretextTask create(OptionValues values) {
            throw new UnsupportedOperationException();
        }
    }

    /** Is made, but fails when asked. */
    static final class Throwing implements PretextTaskProvider {
        @Override
        public int spiVersion() {
            return SPI_VERSION;
        }

        @Override
        public String id() {
            throw new IllegalStateException("no luck");
        }

        @Override
        public String description() {
            return "A fake";
        }

        @Override
        public List<Option> options() {
            return List.of();
        }

        @Override
        public PretextTask create(OptionValues values) {
            throw new UnsupportedOperationException();
        }
    }

    /** Cannot be made. */
    public static final class Failing implements PretextTaskProvider {
        public Failing() {
            throw new IllegalStateException("broken on purpose");
        }

        @Override
        public int spiVersion() {
            return SPI_VERSION;
        }

        @Override
        public String id() {
            return "failing";
        }

        @Override
        public String description() {
            return "A fake";
        }

        @Override
        public List<Option> options() {
            return List.of();
        }

        @Override
        public PretextTask create(OptionValues values) {
            throw new UnsupportedOperationException();
        }
    }
}
