package org.dssl.app.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dssl.adapters.io.dataset.Datasets;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.statistics.DatasetComparison;
import org.dssl.ports.out.ProgressListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataComparerTest {
    private static final String SALT =
            "{\"id\": \"salt\", \"cell\": [5.64, 5.64, 5.64, 90, 90, 90], \"elements\": [\"Na\", \"Na\", \"Na\", \"Na\","
                    + " \"Cl\", \"Cl\", \"Cl\", \"Cl\"], \"frac\": [[0, 0, 0], [0, 0.5, 0.5], [0.5, 0, 0.5], [0.5, 0.5, 0],"
                    + " [0.5, 0.5, 0.5], [0.5, 0, 0], [0, 0.5, 0], [0, 0, 0.5]]}\n";
    private static final String PRIMITIVE =
            "{\"id\": \"primitive\", \"cell\": [3.98808, 3.98808, 3.98808, 60, 60, 60], \"elements\": [\"Cl\", \"Na\"],"
                    + " \"frac\": [[0.5, 0.5, 0.5], [0, 0, 0]]}\n";
    private static final String BAD =
            "{\"id\": \"bad\", \"cell\": [3, 3, 3, 90, 90], \"elements\": [\"Na\"], \"frac\": [[0, 0, 0]]}\n";

    @TempDir
    Path temp;

    private final List<String> heard = new ArrayList<>();

    private final DataComparer comparer = new DataComparer(new Datasets(), new ProgressListener() {
        @Override
        public void warning(String message) {
            heard.add(message);
        }
    });

    @Test
    void aCrystalInAnotherCellIsFoundAndNothingIsSkippedInSilence() throws IOException {
        DatasetComparison comparison = comparer.compare(file("a.jsonl", SALT), file("b.jsonl", BAD + PRIMITIVE));
        assertEquals(1, comparison.b().size());
        assertEquals(1, comparison.b().skipped());
        assertEquals(1, heard.size());
        assertTrue(heard.get(0).contains("b.jsonl:1"), heard.get(0));
        assertEquals("salt", comparison.duplicates().found().get(0).a());
        assertEquals(0, comparison.outlook().divergence(), 1e-12);
    }

    @Test
    void ofManyProblemsAFewAreToldAndTheRestIsCounted() throws IOException {
        comparer.compare(file("a.jsonl", SALT), file("b.jsonl", BAD.repeat(9) + SALT));
        assertEquals(6, heard.size());
        assertTrue(heard.get(5).contains("and 4 more skipped"), heard.get(5));
    }

    @Test
    void aSetWithoutAUsableStructureIsAMistake() throws IOException {
        String a = file("a.jsonl", SALT);
        String b = file("b.jsonl", BAD);
        InvalidInputException mistake = assertThrows(InvalidInputException.class, () -> comparer.compare(a, b));
        assertTrue(mistake.getMessage().contains("b.jsonl holds no usable structure"), mistake.getMessage());
    }

    @Test
    void embeddedDataHaveNoCrystalInCommon() {
        DatasetComparison comparison = comparer.compare("builtin:unlabelled-small", "builtin:elastic-binaries");
        assertEquals(0, comparison.duplicates().sameFormula(), "they were selected so");
        assertEquals(List.of(), comparison.absent());
        assertEquals(List.of(), comparison.outlook().warnings());
    }

    private String file(String name, String lines) throws IOException {
        return Files.writeString(temp.resolve(name), lines).toString();
    }
}
