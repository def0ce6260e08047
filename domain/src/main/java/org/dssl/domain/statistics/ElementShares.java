package org.dssl.domain.statistics;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.Elements;

/** How common each of the elements 1 … {@link Elements#KNOWN} is in a set of crystals. */
public final class ElementShares {
    private final int crystals;
    private long atoms;
    /** By atomic number. */
    private final long[] atomsOf = new long[Elements.KNOWN + 1];

    private final int[] crystalsWith = new int[Elements.KNOWN + 1];

    private ElementShares(int crystals) {
        this.crystals = crystals;
    }

    /** @param crystals at least one */
    public static ElementShares of(List<Crystal> crystals) {
        ElementShares shares = new ElementShares(crystals.size());
        crystals.forEach(shares::add);
        return shares;
    }

    /**
     * How common an element is.
     *
     * @param crystals that contain it
     */
    public record Count(long atoms, int crystals) {}

    /**
     * Shares of counts that were kept.
     *
     * @param crystals of the set, at least one
     * @param counts by atomic number, 1 … {@link Elements#KNOWN}
     */
    public static ElementShares of(int crystals, Map<Integer, Count> counts) {
        ElementShares shares = new ElementShares(crystals);
        counts.forEach((number, count) -> {
            shares.atoms += count.atoms();
            shares.atomsOf[number] = count.atoms();
            shares.crystalsWith[number] = count.crystals();
        });
        return shares;
    }

    private void add(Crystal crystal) {
        int[] numbers = crystal.atomicNumbers();
        atoms += numbers.length;
        for (int number : numbers) {
            atomsOf[number]++;
        }
        IntStream.of(numbers).distinct().forEach(number -> crystalsWith[number]++);
    }

    public long atoms() {
        return atoms;
    }

    /** Atomic numbers of the elements that occur, ascending. */
    public List<Integer> elements() {
        return IntStream.rangeClosed(1, Elements.KNOWN)
                .filter(number -> atomsOf[number] > 0)
                .boxed()
                .toList();
    }

    public Count count(int number) {
        return new Count(atomsOf[number], crystalsWith[number]);
    }

    /** Share of the atoms, of cells as given, that are of an element; over the elements the shares are 1 together. */
    public double ofAtoms(int number) {
        return (double) atomsOf[number] / atoms;
    }

    /** Share of the crystals that contain an element. */
    public double ofCrystals(int number) {
        return (double) crystalsWith[number] / crystals;
    }

    /** Jensen–Shannon divergence of the atoms' elements, base 2: 0 for equal shares, 1 without an element in common. */
    public double divergence(ElementShares other) {
        return Divergence.jensenShannon(probabilities(), other.probabilities());
    }

    private double[] probabilities() {
        return IntStream.rangeClosed(1, Elements.KNOWN)
                .mapToDouble(this::ofAtoms)
                .toArray();
    }
}
