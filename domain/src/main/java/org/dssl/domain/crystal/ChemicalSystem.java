package org.dssl.domain.crystal;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The set of elements of a crystal. */
public final class ChemicalSystem {
    private ChemicalSystem() {}

    /** Symbols in alphabetical order: {@code Al-Ni-O}. */
    public static String of(Crystal crystal) {
        return Arrays.stream(crystal.atomicNumbers())
                .distinct()
                .mapToObj(Elements::symbol)
                .sorted()
                .collect(Collectors.joining("-"));
    }
}
