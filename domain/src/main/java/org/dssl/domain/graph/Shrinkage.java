package org.dssl.domain.graph;

import java.util.Locale;

/** How much of some graphs is left to compute once equal environments are computed once. */
public record Shrinkage(
        long atoms, long edges, long angles, long quotientAtoms, long quotientEdges, long quotientAngles) {
    public static final Shrinkage NONE = new Shrinkage(0, 0, 0, 0, 0, 0);

    /** @param computed the quotient of {@code full}, or {@code full} itself */
    public static Shrinkage of(CrystalGraph full, CrystalGraph computed) {
        return new Shrinkage(
                full.atoms(),
                full.edges(),
                full.angles().count(),
                computed.atoms(),
                computed.edges(),
                computed.angles().count());
    }

    public Shrinkage plus(Shrinkage other) {
        return new Shrinkage(
                atoms + other.atoms,
                edges + other.edges,
                angles + other.angles,
                quotientAtoms + other.quotientAtoms,
                quotientEdges + other.quotientEdges,
                quotientAngles + other.quotientAngles);
    }

    /** {@code 8 atoms → 2 (4.0×), 96 edges → 4 (24.0×)}, and angles where there are any. */
    public String text() {
        String text = text("atoms", atoms, quotientAtoms) + ", " + text("edges", edges, quotientEdges);
        return angles == 0 ? text : text + ", " + text("angles", angles, quotientAngles);
    }

    private static String text(String what, long full, long computed) {
        return full == computed
                ? String.format(Locale.ROOT, "%,d %s", full, what)
                : String.format(Locale.ROOT, "%,d %s → %,d (%.1f×)", full, what, computed, (double) full / computed);
    }
}
