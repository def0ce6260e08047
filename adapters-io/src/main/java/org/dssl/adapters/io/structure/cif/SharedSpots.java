package org.dssl.adapters.io.structure.cif;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dssl.adapters.io.structure.BadStructureException;
import org.dssl.adapters.io.structure.disorder.Occupant;
import org.dssl.adapters.io.structure.disorder.Spot;
import org.dssl.domain.crystal.Lattice;
import org.dssl.domain.crystal.PeriodicSearch;

/**
 * Brings atoms together that share a place: those nearer than {@link SymmetryExpansion#ONE_ATOM}, if they are not always
 * there.
 *
 * @param images whether atoms may be images of one another, for messages
 */
record SharedSpots(boolean images) {
    /** Occupancies of a shared site are rounded each. */
    private static final double OVERFULL = 0.02;

    private static final int MOST_ON_SPOT = 100;
    /** Of the search for such images, Å. */
    private static final double BIN = 1;

    /** @param fractional of the atoms, three each */
    List<Spot> of(Lattice lattice, double[] fractional, List<Occupant> atoms) throws BadStructureException {
        int size = atoms.size();
        List<Spot> spots = new ArrayList<>();
        int[] spotOf = new int[size];
        PeriodicSearch search = new PeriodicSearch(lattice, fractional, BIN);
        for (int i = 0; i < size; i++) {
            int first = i;
            int hits = i == 0 ? 0 : search.within(i, SymmetryExpansion.ONE_ATOM);
            for (int hit = 0; hit < hits; hit++) {
                first = Math.min(first, search.target(hit));
            }
            if (first < i) {
                spotOf[i] = spotOf[first];
                List<Occupant> others = spots.get(spotOf[i]).occupants();
                requireRoom(others, atoms.get(i));
                others.add(atoms.get(i));
            } else {
                spotOf[i] = spots.size();
                spots.add(new Spot(
                        fractional[3 * i],
                        fractional[3 * i + 1],
                        fractional[3 * i + 2],
                        new ArrayList<>(List.of(atoms.get(i)))));
            }
        }
        return spots;
    }

    /** Two sites on one spot: a disordered structure without occupancies, or atoms listed beside their images. */
    private void requireRoom(List<Occupant> others, Occupant one) throws BadStructureException {
        if (others.size() == MOST_ON_SPOT) {
            throw new BadStructureException(
                    one.line(), "site " + one.label() + " shares its spot with more than " + MOST_ON_SPOT + " others");
        }
        double sum = one.occupancy()
                + others.stream().mapToDouble(Occupant::occupancy).sum();
        if (sum <= 1 + OVERFULL || one.group() != null) {
            return;
        }
        Occupant first = others.get(0);
        boolean full = one.isFull() && first.isFull();
        throw new BadStructureException(
                one.line(),
                "site " + one.label() + " stands on the same spot as " + (images ? "an image of " : "")
                        + "site " + first.label() + " (line " + first.line() + ")"
                        + (full ? "" : String.format(Locale.ROOT, "; together they fill it to %.3f", sum)));
    }
}
