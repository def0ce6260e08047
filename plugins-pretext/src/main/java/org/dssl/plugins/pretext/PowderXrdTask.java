package org.dssl.plugins.pretext;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dssl.domain.augment.View;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.diffraction.BinnedPattern;
import org.dssl.ports.config.Option;
import org.dssl.ports.config.OptionValues;
import org.dssl.ports.spi.Labels;
import org.dssl.ports.spi.PretextTask;
import org.dssl.ports.spi.ViewRequest;

/**
 * Relates a crystal to its calculated powder pattern: the atoms' neighbourhoods to the long-range order that diffraction
 * shows. Crystals without a pattern are left out of the loss: those with an element beyond californium, or without a line in
 * the range.
 */
abstract class PowderXrdTask implements PretextTask {
    static final String PATTERN = "pattern";

    /** Declares the task. */
    public static final class Provider extends BuiltinProvider {
        public Provider() {
            super(
                    "powder-xrd",
                    "Predict the calculated powder X-ray pattern of a crystal, or match crystals with patterns");
        }

        @Override
        public List<Option> options() {
            return List.of(
                    Option.choice(
                            "mode",
                            "predict",
                            List.of("predict", "contrast"),
                            "Predict the pattern, or tell it from those of the batch's other crystals"),
                    Option.integer("bins", 256L, 2, 10_000, "Equal bins of 2θ"),
                    Option.number("minimum", 5.0, 0, 179, "°", "2θ at which the first bin begins; Cu Kα radiation"),
                    Option.number("maximum", 90.0, 1, 179, "°", "2θ at which the last bin ends"),
                    Option.number(
                            "broadening",
                            0.5,
                            0,
                            20,
                            "°",
                            "Full width at half maximum of each line, a Gaussian; 0 puts a line into one bin whole"),
                    Option.choice(
                            "loss",
                            "divergence",
                            List.of("divergence", "squared", "absolute"),
                            "Of predict: Kullback-Leibler divergence of the intensities as shares of their sum; or squared"
                                    + " or absolute error, mean over bins, the highest bin being 1"),
                    HeadWidths.HIDDEN,
                    Option.list(
                            "projector",
                            Option.Type.INTEGERS,
                            List.of(64L, 64L),
                            List.of(),
                            "Of contrast: widths of the layers between embedding and loss, and between pattern and loss"),
                    Option.number("temperature", 0.1, 0.05, 10, "", "Of contrast: divides the cosines"));
        }

        @Override
        public PretextTask create(OptionValues values) {
            BinnedPattern pattern = new BinnedPattern(
                    values.number("minimum"),
                    values.number("maximum"),
                    values.integer("bins"),
                    values.number("broadening"));
            return values.text("mode").equals("predict")
                    ? new PowderXrdPrediction(pattern, HeadWidths.hidden(values), values.text("loss"))
                    : new PowderXrdContrast(
                            pattern,
                            values.integers("projector").stream()
                                    .map(Math::toIntExact)
                                    .toList(),
                            values.number("temperature"));
        }
    }

    private final BinnedPattern pattern;

    PowderXrdTask(BinnedPattern pattern) {
        this.pattern = pattern;
    }

    int bins() {
        return pattern.bins();
    }

    @Override
    public PretextTask fit(List<Crystal> crystals) {
        if (crystals.stream().map(pattern::of).noneMatch(Optional::isPresent)) {
            throw new IllegalArgumentException("no crystal has a line between 2θ = " + pattern.minimum() + "° and "
                    + pattern.maximum() + "°, or form factors for all its elements (H to Cf); widen minimum … maximum");
        }
        return this;
    }

    @Override
    public List<ViewRequest> views() {
        return List.of(ViewRequest.asIs());
    }

    @Override
    public void label(int number, View of, Labels into) {
        into.crystalValues(PATTERN, pattern.of(of.original()).map(this::scaled).orElseGet(this::unknown));
    }

    private double[] unknown() {
        double[] values = new double[bins()];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    /** The pattern as the loss wants it, from shares of its sum. */
    abstract double[] scaled(double[] shares);
}
