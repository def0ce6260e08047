package org.dssl.domain.prototype;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.random.RandomStream;

/**
 * Crystals for trials and tests without data: common structure types (rocksalt, perovskite, spinel, …) decorated with
 * ions under charge balance, the cell scaled until the ions touch. Plausible geometry, not relaxed, not all of them
 * compounds that exist.
 */
public final class PrototypeCrystals {
    /** Draws of ions before another structure type is tried. */
    private static final int ATTEMPTS = 2000;

    private PrototypeCrystals() {}

    /** One crystal, named {@code rocksalt-NaCl} and labelled {@code prototype: rocksalt}. */
    public static Crystal generate(RandomStream random) {
        while (true) {
            Prototype prototype = Prototype.ALL.get(random.nextInt(Prototype.ALL.size()));
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                Decoration decoration = decorate(prototype, random);
                if (decoration.balanced()) {
                    OptionalDouble scale = decoration.scale();
                    if (scale.isPresent()) {
                        return decoration.crystal(scale.getAsDouble());
                    }
                }
            }
        }
    }

    /** Crystals 0 … count − 1 of a seed; each depends on its index alone, and its name starts with it. */
    public static Stream<Crystal> stream(RandomStream seed, int count) {
        return IntStream.range(0, count).mapToObj(index -> {
            Crystal crystal = generate(seed.split(index));
            return crystal.withId(index + "-" + crystal.id());
        });
    }

    /** The names of the structure types. */
    public static List<String> types() {
        return Prototype.ALL.stream().map(Prototype::name).toList();
    }

    private static Decoration decorate(Prototype prototype, RandomStream random) {
        List<Ion> ions = new ArrayList<>();
        for (int sign : prototype.signs()) {
            List<Ion> choice = sign > 0 ? Ion.CATIONS : Ion.ANIONS;
            ions.add(choice.get(random.nextInt(choice.size())));
        }
        return new Decoration(prototype, ions);
    }
}
