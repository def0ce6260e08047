package org.dssl.adapters.io.structure.cif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dssl.adapters.io.structure.BadStructureException;
import org.dssl.adapters.io.structure.SharedFiles;
import org.dssl.adapters.io.structure.disorder.Spot;
import org.dssl.domain.crystal.Lattice;
import org.junit.jupiter.api.Test;

/** Published files that state their operations and name their group give the same atoms when the operations are taken away. */
class NamedSymmetryParityTest {
    private static final double SAME_PLACE = 0.02;
    /** Of C 2/c its operations list four, without the centring; we believe them, as pymatgen does. */
    private static final String HALF = "P24Ru4H252C296S24N16.cif";

    @Test
    void theNameOfTheGroupGivesTheSameAtomsOrAReason() throws IOException {
        int same = 0;
        List<String> refused = new ArrayList<>();
        try (ZipFile zip =
                new ZipFile(SharedFiles.file("data/cif_parser_samples.zip").toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1);
                String without = text.replaceAll("_symmetry_equiv_pos_as_xyz|_space_group_symop_operation_xyz", "_no");
                if (without.equals(text)) {
                    continue;
                }
                CifStructure stated;
                try {
                    stated = read(text);
                } catch (BadStructureException e) {
                    continue;
                }
                try {
                    CifStructure named = read(without);
                    if (entry.getName().endsWith(HALF)) {
                        assertEquals(2 * stated.spots().size(), named.spots().size());
                        continue;
                    }
                    assertEquals(stated.spots().size(), named.spots().size(), entry.getName());
                    assertSame(stated.lattice(), stated.spots(), named.spots(), entry.getName());
                    same++;
                } catch (BadStructureException e) {
                    refused.add(entry.getName() + ": " + e.getMessage());
                }
            }
        }
        System.out.println("symmetry by name: " + same + " files the same; refused: " + refused);
        assertEquals(54, same);
        assertEquals(1, refused.size());
        assertTrue(refused.get(0).startsWith("pymatgen/Li10GeP2S12.cif: the space group has two choices of origin"));
    }

    private static CifStructure read(String text) throws IOException, BadStructureException {
        CifBlock block = new CifDocument(text.getBytes(StandardCharsets.ISO_8859_1))
                .blocks().stream().filter(CifBlock::hasPositions).findFirst().orElseThrow();
        return CifStructure.of(block, "x");
    }

    private static void assertSame(Lattice lattice, List<Spot> expected, List<Spot> actual, String file) {
        for (Spot spot : expected) {
            double nearest = actual.stream()
                    .filter(other -> other.parts().keySet().equals(spot.parts().keySet()))
                    .mapToDouble(other -> distance(lattice, spot, other))
                    .min()
                    .orElse(Double.POSITIVE_INFINITY);
            assertTrue(nearest < SAME_PLACE, () -> file + ": " + spot + " is " + nearest + " Å away");
        }
    }

    private static double distance(Lattice lattice, Spot one, Spot other) {
        double a = one.x() - other.x();
        double b = one.y() - other.y();
        double c = one.z() - other.z();
        double square = 0;
        for (int axis = 0; axis < 3; axis++) {
            square += Math.pow(lattice.cartesian(a - Math.rint(a), b - Math.rint(b), c - Math.rint(c), axis), 2);
        }
        return Math.sqrt(square);
    }
}
