package org.dssl.ports.out;

import org.dssl.ports.out.ImperfectStructure.Imperfection;

/**
 * What becomes of structures that are no ordered, complete crystals.
 *
 * @param missingHydrogen whether crystals are used whose hydrogen has no positions
 */
public record ReadPolicy(Disorder disorder, boolean missingHydrogen) {
    /** Only what the file states. */
    public static final ReadPolicy STRICT = new ReadPolicy(Disorder.SKIP, false);

    /** Of partly occupied and shared sites. */
    public enum Disorder {
        /** Nothing is read that holds them. */
        FAIL,
        /** The structure is left out, and listed. */
        SKIP,
        /** Each site holds what it most probably holds, which may be nothing. */
        MAJORITY
    }

    public boolean accepts(ImperfectStructure structure) {
        return structure.imperfections().stream()
                .allMatch(one -> one == Imperfection.DISORDER ? disorder == Disorder.MAJORITY : missingHydrogen);
    }

    /** Whether the structure stops the reading. */
    public boolean forbids(ImperfectStructure structure) {
        return disorder == Disorder.FAIL && structure.imperfections().contains(Imperfection.DISORDER);
    }
}
