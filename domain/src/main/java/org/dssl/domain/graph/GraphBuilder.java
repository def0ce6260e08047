package org.dssl.domain.graph;

import java.util.Locale;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.CrystalException;
import org.dssl.domain.crystal.Elements;

/** Crystals to graphs (method.md section 2). The quotient is a step of its own: {@link Quotient}. */
public final class GraphBuilder {
    /** How far the search for a first neighbour is widened, Å. */
    public static final double WIDEST = 64;

    private GraphBuilder() {}

    /**
     * The full graph: one vertex per atom, every multiplicity one, whatever {@code options.quotient()} says. With angles
     * it has no self-loops in either mode: they have no direction.
     *
     * @throws CrystalException in all-images mode, if an atom has no neighbour within {@link #WIDEST}
     */
    public static CrystalGraph build(Crystal crystal, GraphOptions options) {
        int atoms = crystal.atoms();
        NeighbourSearch search = new NeighbourSearch(crystal, options.neighbours());
        EdgeBuffer edges = new EdgeBuffer(atoms * (options.neighbours() + 2));
        for (int atom = 0; atom < atoms; atom++) {
            int found = options.mode() == GraphMode.MINIMUM_IMAGE
                    ? search.nearestAtoms(atom, options.radius())
                    : nearestImages(crystal, search, atom, options);
            edges.add(atom, search, found);
        }
        if (options.angles()) {
            return LineGraph.with(BothDirections.of(edges.graph(atoms)));
        }
        if (options.mode() == GraphMode.MINIMUM_IMAGE) {
            edges.addSelfLoops(atoms);
        }
        return edges.graph(atoms);
    }

    private static int nearestImages(Crystal crystal, NeighbourSearch search, int atom, GraphOptions options) {
        double radius = options.radius();
        while (true) {
            int found = search.nearestImages(atom, radius, options.tolerance());
            if (found > 0) {
                return found;
            }
            if (radius >= WIDEST) {
                throw new CrystalException(String.format(
                        Locale.ROOT,
                        "atom %d (%s) has no neighbour within %.0f Å, its own images included; is the cell in Å, and "
                                + "no atom missing?",
                        atom + 1,
                        Elements.symbol(crystal.atomicNumber(atom)),
                        radius));
            }
            radius = Math.min(WIDEST, 2 * radius);
        }
    }
}
