package org.example.holohedry;

import java.util.List;
import org.dssl.domain.symmetry.Symmetry;
import org.dssl.ports.config.Option;
import org.dssl.ports.config.OptionValues;
import org.dssl.ports.spi.PretextTask;
import org.dssl.ports.spi.PretextTaskProvider;

/** What dssl finds: the task's name, its settings in YAML, and how to make it. */
public final class HolohedryProvider implements PretextTaskProvider {

    @Override
    public int spiVersion() {
        return SPI_VERSION; // the compiler copies the number: it tells with which dssl this was built
    }

    @Override
    public String id() {
        return "holohedry";
    }

    @Override
    public String description() {
        return "Predict the holohedry (triclinic … cubic) of the crystal's lattice";
    }

    @Override
    public List<Option> options() {
        return List.of(
                Option.integer(
                        "hidden", 64L, 1, 4096, "Width of the layer between the crystal's embedding and the classes"),
                Option.number(
                        "tolerance",
                        Symmetry.DEFAULT_TOLERANCE,
                        1e-6,
                        0.5,
                        "Å",
                        "By how much a rotated lattice vector may miss a vector of the lattice"));
    }

    @Override
    public PretextTask create(OptionValues values) {
        return new HolohedryTask(values.integer("hidden"), values.number("tolerance"));
    }
}
