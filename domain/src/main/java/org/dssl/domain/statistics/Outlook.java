package org.dssl.domain.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dssl.domain.crystal.Elements;

/**
 * Whether the elements of A prepare a network for those of B. An encoder learns of an element what the crystals with it
 * show.
 *
 * @param divergence Jensen–Shannon divergence of the atoms' elements
 * @param rare elements of B that less than {@link #RARE} of A's crystals contain; those that A lacks among them
 * @param rareShare of B's atoms
 */
public record Outlook(double divergence, List<Integer> rare, double rareShare) {
    /** Provisional: it parts inorganic crystals (at most 0.21 from one another) from hybrids and carbon (0.65 and more). */
    public static final double DIVERGENCE = 0.5;

    /** Share of B's atoms of rare elements from which on there is a warning: one neighbour in twenty is then a stranger. */
    public static final double RARE_ATOMS = 0.05;

    /** Share of A's crystals below which an element is rare. */
    public static final double RARE = 0.001;

    static Outlook of(ElementShares a, ElementShares b) {
        List<Integer> rare = b.elements().stream()
                .filter(number -> a.ofCrystals(number) < RARE)
                .toList();
        return new Outlook(
                a.divergence(b), rare, rare.stream().mapToDouble(b::ofAtoms).sum());
    }

    /** Why pretraining on A is unlikely to help on B, with the numbers; none if nothing speaks against it. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (divergence > DIVERGENCE) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "pretraining on A is unlikely to help on B: the divergence of their elements is %.3f, more than %.1f"
                            + " (a provisional threshold: compare with from-scratch)",
                    divergence,
                    DIVERGENCE));
        }
        if (rareShare > RARE_ATOMS) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "pretraining on A is unlikely to help on B: %.1f %% of B's atoms, more than %.0f %%, are of elements that"
                            + " fewer than %.1f %% of A's crystals contain (%s)",
                    100 * rareShare,
                    100 * RARE_ATOMS,
                    100 * RARE,
                    String.join(", ", rare.stream().map(Elements::symbol).toList())));
        }
        return warnings;
    }
}
