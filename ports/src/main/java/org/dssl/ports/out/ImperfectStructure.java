package org.dssl.ports.out;

import java.util.Set;
import java.util.function.Supplier;
import org.dssl.domain.crystal.Crystal;

/**
 * A structure that is no ordered, complete crystal as its file states it.
 *
 * @param problem why it cannot be used as it stands
 * @param place file and line where it begins
 * @param mended the crystal that may be made of it, with the label {@link #CHANGES} saying what was changed; throws
 *     {@link org.dssl.domain.crystal.CrystalException} if none follows
 */
public record ImperfectStructure(
        StructureProblem problem, String place, Set<Imperfection> imperfections, Supplier<Crystal> mended) {

    /** The label of a crystal that is not what its file states. */
    public static final String CHANGES = "changed-on-reading";

    public ImperfectStructure {
        imperfections = Set.copyOf(imperfections);
    }

    /** What may be wrong with a structure. */
    public enum Imperfection {
        /** Sites that hold several elements, or none, with some probability. */
        DISORDER,
        /** Hydrogen that the file counts, but gives no positions of. */
        MISSING_HYDROGEN
    }
}
