package org.dssl.ports.spi;

import java.util.List;
import org.dssl.ports.config.Option;
import org.dssl.ports.config.OptionValues;

/**
 * What a plugin declares in {@code META-INF/services}: a pretext task's identity and factory. Must be cheap to
 * construct, without side effects, and stateless; the work lives in the task that {@link #create} makes.
 */
public interface PretextTaskProvider {
    int SPI_VERSION = 1;

    /** Return {@link #SPI_VERSION}: the compiler copies the number the plugin was built with into the plugin. */
    int spiVersion();

    /** The type's name in YAML: lower case letters, digits and hyphens, beginning with a letter. */
    String id();

    /** One line. */
    String description();

    /** The task's settings in YAML, beside the reserved {@code type} and {@code weight}. */
    List<Option> options();

    PretextTask create(OptionValues values);
}
