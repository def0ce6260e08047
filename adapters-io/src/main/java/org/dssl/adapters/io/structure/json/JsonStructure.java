package org.dssl.adapters.io.structure.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dssl.adapters.io.structure.BadStructureException;
import org.dssl.adapters.io.structure.Shown;
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
 * The atoms of a structure.
 *
 * @param labels of its own
 * @param vectors by their names, three numbers for each spot
 * @param disorder what is not fully occupied; null if all is
 */
record JsonStructure(
        Lattice lattice, List<Spot> spots, Map<String, String> labels, Map<String, double[]> vectors, String disorder)
        implements Parsed {

    @Override
    public void hand(JsonRecord record, StructureSink sink) throws BadStructureException {
        Map<String, String> all = new HashMap<>(labels);
        all.putAll(record.labels());
        if (disorder != null) {
            sink.imperfect(new ImperfectStructure(
                    new StructureProblem(record.id(), record.place(), disorder),
                    record.place(),
                    Set.of(Imperfection.DISORDER),
                    () -> Majority.of(record.id(), lattice, spots, all)));
            return;
        }
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
            sink.crystal(
                    new Crystal(record.id(), lattice, numbers, fractional, all).withVectors(vectors), record.place());
        } catch (CrystalException e) {
            throw new BadStructureException(0, e.getMessage());
        }
    }

    /** A list, where a file could hold anything. */
    static JsonNode list(JsonNode parent, String name) throws BadStructureException {
        JsonNode node = parent.path(name);
        if (!node.isArray()) {
            String found =
                    node.isMissingNode() ? "nothing" : node.getNodeType().name().toLowerCase(Locale.ROOT);
            throw new BadStructureException(0, name + " must be a list, found " + found);
        }
        return node;
    }

    /** Rows a, b, c. */
    static Lattice lattice(JsonNode matrix, String where) throws BadStructureException {
        if (!matrix.isArray() || matrix.size() != 3) {
            throw new BadStructureException(0, where + " must hold 3 rows, found " + matrix.size());
        }
        double[] rows = new double[9];
        for (int i = 0; i < 3; i++) {
            copy(matrix.get(i), where + "[" + i + "]", rows, 3 * i);
        }
        try {
            return Lattice.ofRows(rows);
        } catch (CrystalException e) {
            throw new BadStructureException(0, where + ": " + e.getMessage());
        }
    }

    static void copy(JsonNode three, String where, double[] into, int at) throws BadStructureException {
        if (!three.isArray() || three.size() != 3) {
            throw new BadStructureException(0, where + " must hold 3 numbers, found " + three.size());
        }
        for (int k = 0; k < 3; k++) {
            if (!three.get(k).isNumber()) {
                throw new BadStructureException(
                        0, where + ": " + Shown.quoted(three.get(k).asText()) + " is not a number");
            }
            into[at + k] = three.get(k).doubleValue();
        }
    }
}
