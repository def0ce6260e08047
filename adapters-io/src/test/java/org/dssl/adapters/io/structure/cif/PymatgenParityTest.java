package org.dssl.adapters.io.structure.cif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipFile;
import org.dssl.adapters.io.structure.BadStructureException;
import org.dssl.adapters.io.structure.Repository;
import org.dssl.adapters.io.structure.SharedFiles;
import org.dssl.domain.crystal.Crystal;
import org.dssl.ports.out.ImperfectStructure;
import org.dssl.ports.out.StructureProblem;
import org.dssl.ports.out.StructureSink;
import org.junit.jupiter.api.Test;

/**
 * 68 awkward CIFs of the Crystallography Open Database, of pymatgen's tests, of VESTA and the Pauling File, as pymatgen
 * reads them and as we do. Prints the table of {@code docs/structure-files.md}, and fails if the document has another.
 */
class PymatgenParityTest {
    private static final String BEGIN = "<!-- outcomes: begin -->\n";
    private static final String END = "<!-- outcomes: end -->";

    @Test
    void everyFileIsReadAsPymatgenReadsItOrRefusedWithAReason() throws IOException {
        List<String> rows = new ArrayList<>();
        int equal = 0;
        int beyond = 0;
        try (ZipFile zip =
                new ZipFile(SharedFiles.file("data/cif_parser_samples.zip").toFile())) {
            for (JsonNode theirs : reference()) {
                String name = theirs.get("file").asText();
                byte[] text = zip.getInputStream(zip.getEntry(name)).readAllBytes();
                if (theirs.has("sites")) {
                    rows.add(equalRow(name, text, theirs));
                    equal++;
                } else {
                    rows.add(refusedRow(name, text));
                    beyond++;
                }
            }
        }
        assertEquals(57, equal);
        assertEquals(11, beyond);
        String table = "| file | places by pymatgen | dssl | largest distance (Å) |\n| --- | --- | --- | ---: |\n"
                + String.join("\n", rows) + "\n";
        System.out.println(table);
        assertDocumented(table);
    }

    private static List<JsonNode> reference() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> lines = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(SharedFiles.file("reference/cif_parsed.jsonl.gz"))),
                StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(json.readTree(line));
            }
        }
        return lines;
    }

    private static List<CifBlock> blocks(byte[] text) throws IOException {
        return new CifDocument(text)
                .blocks().stream().filter(CifBlock::hasPositions).toList();
    }

    /** pymatgen's is the first block. */
    private static String equalRow(String name, byte[] text, JsonNode theirs) throws IOException {
        List<CifBlock> blocks = blocks(text);
        assertEquals(theirs.get("blocks").asInt(), blocks.size(), name);
        try {
            CifStructure ours = CifStructure.of(blocks.get(0), "x");
            Parity parity = Parity.of(ours.lattice(), ours.spots(), theirs);
            assertNull(parity.difference(), name);
            double[] shift = parity.shift();
            String moved = Math.abs(shift[0]) + Math.abs(shift[1]) + Math.abs(shift[2]) < 1e-9
                    ? ""
                    : String.format(Locale.ROOT, ", origin shifted by %.3f %.3f %.3f", shift[0], shift[1], shift[2]);
            return String.format(
                    Locale.ROOT,
                    "| %s | %d | the same%s; %s | %.4f |",
                    name,
                    theirs.get("sites").size(),
                    moved,
                    outcome(blocks),
                    parity.deviation());
        } catch (BadStructureException e) {
            throw new AssertionError(name + ":" + e.line() + "  " + e.getMessage(), e);
        }
    }

    private static String refusedRow(String name, byte[] text) throws IOException {
        List<CifBlock> blocks = blocks(text);
        assertTrue(!blocks.isEmpty(), name);
        return "| " + name + " | refused | " + outcome(blocks) + " | |";
    }

    /** What a user gets of each block under the strict policy. */
    private static String outcome(List<CifBlock> blocks) {
        List<String> outcomes = new ArrayList<>();
        for (CifBlock block : blocks) {
            try {
                CifStructure.of(block, "x").hand("", new StructureSink() {
                    @Override
                    public void crystal(Crystal crystal, String place) {
                        outcomes.add("a crystal of " + crystal.atoms() + " atoms");
                    }

                    @Override
                    public void problem(StructureProblem problem) {
                        outcomes.add("refused: " + problem.reason());
                    }

                    @Override
                    public void imperfect(ImperfectStructure structure) {
                        Crystal mended = structure.mended().get();
                        outcomes.add("by policy " + mended.atoms() + " atoms ("
                                + structure.problem().reason() + ")");
                    }
                });
            } catch (BadStructureException e) {
                outcomes.add("refused, line " + e.line() + ": " + e.getMessage());
            }
        }
        return String.join("; ", outcomes.stream().distinct().toList()).replace("|", "\\|");
    }

    private static void assertDocumented(String table) throws IOException {
        String document = Files.readString(Repository.root().resolve("docs/structure-files.md"));
        int begin = document.indexOf(BEGIN);
        int end = document.indexOf(END);
        assertTrue(begin >= 0 && end > begin, "docs/structure-files.md has no place for the table");
        assertTrue(
                table.strip()
                        .equals(document.substring(begin + BEGIN.length(), end).strip()),
                "docs/structure-files.md holds another table of outcomes than the one printed above");
    }
}
