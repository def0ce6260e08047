package org.dssl.domain.statistics;

import java.util.List;
import java.util.Locale;
import org.dssl.domain.crystal.Elements;

/**
 * Whether the elements of A prepare a network for those of B.
 *
 * @param divergence Jensen–Shannon divergence of the atoms' elements
 * @param rare elements of B that less than {@link #RARE} of A's crystals contain; those that A lacks among them
 * @param rareShare of B's atoms
 */
public record Outlook(double divergence, List<Integer> rare, double rareShare) {
    /**
     * Between sets that were tried: masked elements on hybrid perovskites (0.73 from the labelled set, 70 % of whose atoms
     * were of rare elements) helped bulk moduli as much as masked elements on crystals like the labelled ones; on carbon
     * alone (0.95) they did not. docs/results.md, "What to pretrain on".
     */
    public static final double DIVERGENCE = 0.85;

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
        if (divergence <= DIVERGENCE) {
            return List.of();
        }
        String elements = String.join(", ", rare.stream().map(Elements::symbol).toList());
        return List.of(String.format(
                Locale.ROOT,
                "pretraining on A is unlikely to help on B: the divergence of their elements is %.3f, more than %.2f, and"
                        + " %.1f %% of B's atoms are of elements that fewer than %.1f %% of A's crystals contain (%s). Of the"
                        + " sets tried, one at 0.73 still helped and one at 0.95 did not",
                divergence,
                DIVERGENCE,
                100 * rareShare,
                100 * RARE,
                elements));
    }
}
