package org.dssl.adapters.io.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.CrystalException;
import org.dssl.domain.graph.CrystalGraph;
import org.dssl.domain.graph.CrystalGraphs;
import org.dssl.domain.graph.GraphMode;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.domain.graph.Shrinkage;
import org.dssl.ports.out.StoredGraphs;
import org.dssl.ports.out.StructureProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read from a store is what would be built, to the last bit. */
class StoredGraphsTest {
    private static final List<Crystal> CRYSTALS = StoreCase.crystals();

    @TempDir
    Path folder;

    static Stream<GraphOptions> options() {
        GraphOptions all = GraphOptions.DEFAULT;
        GraphOptions paper = GraphOptions.PAPER;
        return Stream.of(
                all,
                all.withQuotient(false),
                paper,
                paper.withQuotient(true),
                new GraphOptions(GraphMode.ALL_IMAGES, 4, 8, 1e-4, true, true),
                new GraphOptions(GraphMode.ALL_IMAGES, 4, 8, 1e-4, false, true),
                new GraphOptions(GraphMode.MINIMUM_IMAGE, 6, 8, 1e-4, true, true),
                new GraphOptions(GraphMode.ALL_IMAGES, 30, 3.5, 0.05, true));
    }

    @ParameterizedTest
    @MethodSource("options")
    void graphsReadAreGraphsBuilt(GraphOptions options) {
        StoredGraphs stored = new StoreCase(folder, CRYSTALS).open(options);
        assertEquals(CRYSTALS.size(), stored.size());
        int withoutGraph = 0;
        for (int row = 0; row < stored.size(); row++) {
            StoredGraphs.Entry entry = stored.entry(row);
            try {
                CrystalGraphs built = CrystalGraphs.of(CRYSTALS.get(row), options);
                assertEquals(Optional.empty(), entry.problem());
                same(built.full(), entry.full());
                same(built.packed(), entry.packed());
                assertArrayEquals(built.classOf(), entry.classOf());
                assertEquals(Shrinkage.of(built.full(), built.packed()), entry.shrinkage());
                assertLengths(built.full(), entry.lengths());
            } catch (CrystalException e) {
                assertEquals(Optional.of(e.getMessage()), entry.problem());
                withoutGraph++;
            }
        }
        assertEquals(options.mode() == GraphMode.ALL_IMAGES ? 1 : 0, withoutGraph);
    }

    private static void assertLengths(CrystalGraph full, double[] lengths) {
        for (double length : full.distance()) {
            assertTrue(lengths[0] <= length && length <= lengths[1], length + " Å");
        }
    }

    /** Arrays.equals of doubles tells 0 from −0. */
    private static void same(CrystalGraph built, CrystalGraph read) {
        assertTrue(GraphCodec.same(built, read), () -> built + " instead of " + read);
    }

    @Test
    void crystalsReadAreThoseStored() {
        StoredGraphs stored = new StoreCase(folder, CRYSTALS).open(GraphOptions.DEFAULT);
        for (int row = 0; row < stored.size(); row++) {
            Crystal given = CRYSTALS.get(row);
            Crystal read = stored.entry(row).crystal();
            assertEquals(given.id(), read.id());
            assertEquals("set.jsonl:" + (row + 1), stored.entry(row).place());
            assertEquals(given.labels(), read.labels());
            assertEquals(given.vectorNames(), read.vectorNames());
            given.vectorNames()
                    .forEach(name -> assertArrayEquals(
                            given.vectors(name).orElseThrow(),
                            read.vectors(name).orElseThrow()));
            assertArrayEquals(given.atomicNumbers(), read.atomicNumbers());
            assertArrayEquals(given.fractional(), read.fractional());
            assertArrayEquals(given.lattice().rows(), read.lattice().rows());
            assertEquals(given.lattice().planeSpacing(1), read.lattice().planeSpacing(1));
        }
        assertEquals(List.of(new StructureProblem("odd", "set.jsonl:0", "it is odd")), stored.problems());
        assertEquals("hash of the crystals", stored.hash());
    }

    /** Otherwise a file would be several times as large. */
    @ParameterizedTest
    @MethodSource("options")
    void lengthsAndVectorsFollowFromCrystalAndImages(GraphOptions options) {
        for (Crystal crystal : CRYSTALS.subList(0, CRYSTALS.size() - 1)) {
            CrystalGraphs graphs = CrystalGraphs.of(crystal, options);
            ByteSink without = new ByteSink();
            new GraphCodec(options).write(graphs, false, without);
            int atoms = Row.of(crystal, "", options).record().length - without.bytes().length;
            assertTrue(atoms < 200 + 100 * crystal.atoms(), crystal.id() + " was stored with its lengths");
        }
    }

    @Test
    void recordsOfSeveralSegmentsAreFound() throws IOException {
        StoreCase data = new StoreCase(folder, CRYSTALS);
        StoredGraphs stored = data.open(GraphOptions.DEFAULT);
        assertTrue(Files.size(stored.file()) > 4 * StoreCase.SEGMENT, "too few segments to show anything");
    }

    @Test
    void anEmptyDataSetIsStoredToo() {
        StoreCase data = new StoreCase(folder, List.of());
        data.open(GraphOptions.DEFAULT);
        assertEquals(0, data.open(GraphOptions.DEFAULT).size());
    }

    @Test
    void equalDataMakeEqualFiles() throws IOException {
        StoreCase data = new StoreCase(folder, CRYSTALS);
        byte[] first = Files.readAllBytes(data.open(GraphOptions.DEFAULT).file());
        Files.delete(data.open(GraphOptions.DEFAULT).file());
        assertArrayEquals(
                first, Files.readAllBytes(data.open(GraphOptions.DEFAULT).file()));
    }
}
