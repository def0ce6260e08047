package org.dssl.domain.symmetry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.dssl.domain.crystal.Lattice;

/** Atoms in a reduced cell, of which it is asked what operations bring them onto themselves. */
final class Motif {
    final Lattice lattice;
    final int[] numbers;
    /** 0 … 1, three per atom. */
    final double[] fractional;

    private final Map<Integer, AtomBins> elements = new TreeMap<>();

    Motif(Lattice lattice, int[] numbers, double[] fractional) {
        this.lattice = lattice;
        this.numbers = numbers;
        this.fractional = fractional;
        IntStream.of(numbers).distinct().forEach(number -> {
            int[] atoms = IntStream.range(0, numbers.length)
                    .filter(i -> numbers[i] == number)
                    .toArray();
            elements.put(number, new AtomBins(atoms, fractional));
        });
    }

    AtomBins element(int atom) {
        return elements.get(numbers[atom]);
    }

    /** The atoms of the element that has fewest: one of them must go to one of them. */
    int[] rarest() {
        return elements.values().stream()
                .min(Comparator.comparingInt(AtomBins::count))
                .orElseThrow()
                .atoms();
    }

    /** All translations, apart by more than lattice vectors, that after a rotation bring every atom onto an equal one. */
    List<Match> matches(Rotation rotation, double tolerance) {
        List<Match> found = new ArrayList<>();
        Matching matching = new Matching(this, rotation, tolerance);
        for (int target : rarest()) {
            matching.match(target).ifPresent(found::add);
        }
        return found;
    }

    /** Whether there is such a translation. */
    boolean has(Rotation rotation, double tolerance) {
        Matching matching = new Matching(this, rotation, tolerance);
        return IntStream.of(rarest()).anyMatch(target -> matching.match(target).isPresent());
    }

    /**
     * An operation of the space group.
     *
     * @param translation fractional, such that the atoms' deviations from their images have mean zero
     * @param image of each atom
     */
    record Match(double[] translation, int[] image) {}
}
