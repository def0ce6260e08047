package org.dssl.ports.spi;

/** A random change of a crystal or its graph. Records, so that equal requests are equal. */
public sealed interface Augmentation {

    /**
     * Hides elements.
     *
     * @param ratio of the atoms (or of the classes of equivalent atoms)
     * @param unit whether single atoms or whole classes of equivalent atoms are masked
     * @param floor true: ⌊ratio·n + 1⌋ units, the released code's count; false: max(1, round(ratio·n))
     */
    record Mask(double ratio, Unit unit, boolean floor) implements Augmentation {}

    enum Unit {
        ATOM,
        CLASS
    }

    /** Moves every atom in a random direction by a distance uniform on minimum … maximum, Å; the graph is rebuilt. */
    record Perturb(double minimum, double maximum) implements Augmentation {}

    /** Leaves round(ratio·n) of the n bonds out of the graph, both directions of each; after all other changes. */
    record DropEdges(double ratio) implements Augmentation {}

    /** Whether it moves atoms or removes bonds at random, after which no two atoms are equivalent. */
    default boolean breaksSymmetry() {
        return !(this instanceof Mask);
    }
}
