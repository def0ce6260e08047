package org.dssl.domain.statistics;

import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.Elements;

/** A number that a crystal has. Cell parameters are those of the Niggli-reduced primitive cell: cells as given are a choice. */
public enum Quantity {
    ATOMS("atoms per cell, as given", ""),
    PRIMITIVE_ATOMS("atoms per primitive cell", ""),
    DENSITY("density", "g/cm³"),
    VOLUME("volume per atom", "Å³"),
    A("a", "Å"),
    B("b", "Å"),
    C("c", "Å"),
    ALPHA("α", "°"),
    BETA("β", "°"),
    GAMMA("γ", "°");

    /** g/cm³ of one g/mol in one Å³: 10²⁴ over Avogadro's constant (exact in the SI of 2019). */
    private static final double MOLAR = 1e24 / 6.02214076e23;

    private final String text;
    private final String unit;

    Quantity(String text, String unit) {
        this.text = text;
        this.unit = unit;
    }

    public String text() {
        return text;
    }

    /** "" for a count. */
    public String unit() {
        return unit;
    }

    /** Whether it counts. */
    boolean whole() {
        return unit.isEmpty();
    }

    /** @param primitive the same crystal in its reduced primitive cell */
    double of(Crystal crystal, Crystal primitive) {
        return switch (this) {
            case ATOMS -> crystal.atoms();
            case PRIMITIVE_ATOMS -> primitive.atoms();
            case DENSITY -> density(crystal);
            case VOLUME -> crystal.lattice().volume() / crystal.atoms();
            case A, B, C -> primitive.lattice().length(ordinal() - A.ordinal());
            case ALPHA, BETA, GAMMA -> primitive.lattice().angle(ordinal() - ALPHA.ordinal());
        };
    }

    private static double density(Crystal crystal) {
        double weight = 0;
        for (int atom = 0; atom < crystal.atoms(); atom++) {
            weight += Elements.atomicWeight(crystal.atomicNumber(atom));
        }
        return MOLAR * weight / crystal.lattice().volume();
    }
}
