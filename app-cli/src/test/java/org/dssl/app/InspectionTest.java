package org.dssl.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dssl.app.wiring.Dssl;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.TestCrystals;
import org.dssl.domain.graph.GraphMode;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.domain.problem.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectionTest {
    private static final Crystal ROCKSALT = TestCrystals.cubicRocksalt();
    private static final String JSONL =
            """
            {"id": "salt", "cell": [5.64, 5.64, 5.64, 90, 90, 90], "elements": ["Na", "Na", "Na", "Na", "Cl", "Cl", "Cl", "Cl"], "frac": [[0,0,0],[0,0.5,0.5],[0.5,0,0.5],[0.5,0.5,0],[0.5,0.5,0.5],[0.5,0,0],[0,0.5,0],[0,0,0.5]]}
            {"id": "iron", "cell": [2.87, 2.87, 2.87, 90, 90, 90], "elements": ["Fe", "Fe"], "frac": [[0,0,0],[0.5,0.5,0.5]]}
            """;

    @TempDir
    private Path folder;

    @SuppressWarnings("unchecked")
    private static <T> T at(Map<String, Object> tree, String... keys) {
        Object value = tree;
        for (String key : keys) {
            value = ((Map<String, Object>) value).get(key);
        }
        return (T) value;
    }

    @Test
    void everyAtomOfTheFullGraphHasItsClass() {
        Map<String, Object> tree = Inspection.of(ROCKSALT, GraphOptions.DEFAULT);
        List<Map<String, Object>> atoms = at(tree, "graph", "atoms");
        assertEquals(
                List.of(0, 0, 0, 0, 1, 1, 1, 1),
                atoms.stream().map(atom -> atom.get("class")).toList());
        List<Object> edges = at(tree, "graph", "edges");
        assertEquals(8 * 18, edges.size());
        assertEquals(Boolean.FALSE, at(tree, "graph", "quotient"));
    }

    @Test
    void theQuotientTellsItsClassesAndWhatIsLeft() {
        Map<String, Object> tree = Inspection.of(ROCKSALT, GraphOptions.DEFAULT);
        assertEquals(Map.of("full", 8L, "quotient", 2L), at(tree, "quotient", "counts", "atoms"));
        assertEquals(Map.of("full", 144L, "quotient", 4L), at(tree, "quotient", "counts", "edges"));
        assertEquals(
                List.of(
                        Map.of("class", 0, "element", "Na", "representative", 0, "multiplicity", 4),
                        Map.of("class", 1, "element", "Cl", "representative", 4, "multiplicity", 4)),
                at(tree, "quotient", "classes"));
        List<Map<String, Object>> edges = at(tree, "quotient", "edges");
        assertEquals(
                List.of(12, 6, 6, 12),
                edges.stream().map(edge -> edge.get("multiplicity")).toList());
    }

    @Test
    void theSummaryHasALinePerStructureAndTheSumLast() throws Exception {
        Path file = Files.writeString(folder.resolve("two.jsonl"), JSONL);
        assertEquals(
                """
                 salt                 Na4Cl4           8 atoms → 2 (4.0×), 144 edges → 4 (36.0×)
                 iron                 Fe2              2 atoms → 1 (2.0×), 28 edges → 2 (14.0×)
                 2 structures: 10 atoms → 3 (3.3×), 172 edges → 6 (28.7×)
                """,
                Dssl.create().useCases().inspectSummary(file, GraphMode.ALL_IMAGES, false));
    }

    @Test
    void anglesAreCountedIfAsked() {
        Map<String, Object> tree = Inspection.of(ROCKSALT, GraphOptions.DEFAULT.withAngles(true));
        // 18 bonds lead into the start of each of 144. Into one Na→Cl they come in 6 kinds, into one Na→Na in 8.
        assertEquals(Map.of("full", 144L * 18, "quotient", 2L * (6 + 8)), at(tree, "quotient", "counts", "angles"));
    }

    @Test
    void whatCannotBeUsedIsSkippedInTheSummaryAndStopsElsewhere() throws Exception {
        String bad = "{\"id\": \"no\", \"cell\": [5, 5, 5, 90, 90, 90], \"elements\": [\"Qq\"], \"frac\": [[0,0,0]]}\n";
        Path file = Files.writeString(folder.resolve("three.jsonl"), JSONL + bad);
        UseCases useCases = Dssl.create().useCases();
        String summary = useCases.inspectSummary(file, GraphMode.ALL_IMAGES, false);
        assertTrue(summary.contains("three.jsonl:3"), summary);
        assertTrue(summary.contains("2 structures, 1 skipped: 10 atoms"), summary);
        assertThrows(InvalidInputException.class, () -> useCases.inspect(file, GraphMode.ALL_IMAGES, false));
    }
}
