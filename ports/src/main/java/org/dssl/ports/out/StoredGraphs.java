package org.dssl.ports.out;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.graph.CrystalGraph;
import org.dssl.domain.graph.Shrinkage;

/** All crystals of a data set with their graphs. Each call makes its result anew; nothing is held. Thread-safe. */
public interface StoredGraphs {

    /** How many crystals were read, in the order of {@link DatasetSource#load}. */
    int size();

    Entry entry(int row);

    /** What could not be read. */
    List<StructureProblem> problems();

    /** SHA-256 of what was read, as {@link DatasetSource#load} gives it. */
    String hash();

    Path file();

    /** Whether the file was made by this call. */
    boolean made();

    /** A crystal; of its graphs only what is asked for is read. */
    interface Entry {
        Crystal crystal();

        /** File and line. */
        String place();

        /** Why it has no graph. */
        Optional<String> problem();

        /** One vertex per atom. */
        CrystalGraph full();

        /** The quotient, or the full graph without one. */
        CrystalGraph packed();

        /** Class of equivalent atoms of each atom. */
        int[] classOf();

        /** Sizes of both graphs. */
        Shrinkage shrinkage();

        /** Shortest and longest edge, Å; ∞ and −∞ without edges. */
        double[] lengths();
    }
}
