package org.dssl.adapters.io.structure.cif;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dssl.adapters.io.structure.BadStructureException;
import org.dssl.adapters.io.structure.disorder.Majority;
import org.dssl.adapters.io.structure.disorder.Spot;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.CrystalException;
import org.dssl.domain.crystal.Lattice;
import org.dssl.ports.out.ImperfectStructure;
import org.dssl.ports.out.ImperfectStructure.Imperfection;
import org.dssl.ports.out.StructureProblem;
import org.dssl.ports.out.StructureSink;

/**
 * What a block states: the places of its cell, and what stands there.
 *
 * @param line of the block
 */
record CifStructure(String id, int line, Lattice lattice, List<Spot> spots, CifSites sites) {

    static CifStructure of(CifBlock block, String id) throws BadStructureException {
        block.requireClosed();
        Lattice lattice = CifCell.of(block);
        try {
            new Crystal(id, lattice, new int[] {1}, new double[3], Map.of()); // no search in a cell that is none
            CifSites sites = CifSites.of(block);
            List<List<SymmetryOperation>> choices = CifSymmetry.of(block, lattice);
            List<Spot> spots = choices.size() == 1
                    ? spots(lattice, choices.get(0), sites)
                    : CifOrigin.choose(block, possible(lattice, choices, sites));
            return new CifStructure(id, block.line(), lattice, spots, sites);
        } catch (CrystalException e) {
            throw new BadStructureException(0, e.getMessage());
        }
    }

    private static List<Spot> spots(Lattice lattice, List<SymmetryOperation> operations, CifSites sites)
            throws BadStructureException {
        SymmetryExpansion expansion = new SymmetryExpansion(lattice, operations);
        for (CifSite site : sites.list()) {
            expansion.add(site);
        }
        return expansion.spots();
    }

    /** Without those in which atoms would fall upon one another. */
    private static List<List<Spot>> possible(Lattice lattice, List<List<SymmetryOperation>> choices, CifSites sites) {
        List<List<Spot>> possible = new ArrayList<>();
        for (List<SymmetryOperation> operations : choices) {
            try {
                possible.add(spots(lattice, operations, sites));
            } catch (BadStructureException e) {
                // another choice may be meant; if none is, that is said
            }
        }
        return possible;
    }

    /** To the sink, as a crystal if it is one. */
    void hand(String file, StructureSink sink) throws BadStructureException {
        Set<Imperfection> imperfections = EnumSet.noneOf(Imperfection.class);
        if (sites.missingHydrogen() != null) {
            imperfections.add(Imperfection.MISSING_HYDROGEN);
        }
        if (sites.disorder() != null) {
            imperfections.add(Imperfection.DISORDER);
        }
        String place = file + ":" + line;
        if (imperfections.isEmpty()) {
            sink.crystal(crystal(Map.of()), place);
            return;
        }
        BadStructureException first = sites.disorder() != null ? sites.disorder() : sites.missingHydrogen();
        StructureProblem problem = new StructureProblem(id, file + ":" + first.line(), first.getMessage());
        sink.imperfect(new ImperfectStructure(problem, place, imperfections, this::mended));
    }

    private Crystal mended() {
        Map<String, String> labels = sites.missingHydrogen() == null
                ? Map.of()
                : Map.of(
                        ImperfectStructure.CHANGES,
                        "without hydrogen: " + sites.missingHydrogen().getMessage());
        if (sites.disorder() != null) {
            return Majority.of(id, lattice, spots, labels);
        }
        try {
            return crystal(labels);
        } catch (BadStructureException e) {
            throw new CrystalException(e.getMessage());
        }
    }

    private Crystal crystal(Map<String, String> labels) throws BadStructureException {
        int[] numbers = new int[spots.size()];
        double[] fractional = new double[3 * numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            Spot spot = spots.get(i);
            numbers[i] = spot.occupants().get(0).atomicNumber();
            fractional[3 * i] = spot.x();
            fractional[3 * i + 1] = spot.y();
            fractional[3 * i + 2] = spot.z();
        }
        try {
            return new Crystal(id, lattice, numbers, fractional, labels);
        } catch (CrystalException e) {
            throw new BadStructureException(0, e.getMessage());
        }
    }
}
