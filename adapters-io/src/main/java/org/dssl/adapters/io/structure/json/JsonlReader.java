package org.dssl.adapters.io.structure.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.dssl.adapters.io.structure.BadStructureException;
import org.dssl.adapters.io.structure.StructureFiles;
import org.dssl.ports.out.StructureProblem;
import org.dssl.ports.out.StructureReader;
import org.dssl.ports.out.StructureSink;

/**
 * Reads the interchange form, one JSON object a line: {@code id}, {@code cell} [a, b, c, α, β, γ] (Å, degrees),
 * {@code elements}, {@code frac} (fractional coordinates in the same order), then labels: every other text, number or
 * truth value, as text. {@code null} and NaN are absent labels. A list of [x, y, z] for each atom, such as {@code forces}, becomes
 * vectors, in the frame that {@link org.dssl.domain.crystal.Lattice#ofParameters} gives the cell: a along x, b in the xy
 * plane. Other lists and objects are not read.
 */
public final class JsonlReader implements StructureReader {
    /** Text that the form's own keys leave within the first bytes of a file. */
    private static final String MARK = "\"frac\"";

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    @Override
    public String format() {
        return "crystals as JSON lines (.jsonl)";
    }

    @Override
    public boolean accepts(String fileName, byte[] head) {
        String start = new String(head, StandardCharsets.UTF_8).stripLeading();
        return StructureFiles.plainName(fileName).endsWith(".jsonl") || start.startsWith("{") && start.contains(MARK);
    }

    @Override
    public void read(Path file, StructureSink sink) throws IOException {
        try (InputStream content = StructureFiles.open(file)) {
            read(content, file.toString(), sink);
        }
    }

    /** @param name of the source, for places */
    public void read(InputStream content, String name, StructureSink sink) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8));
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            line = number == 1 && line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
            if (!line.isBlank()) {
                readLine(line, name + ":" + number, sink);
            }
        }
    }

    private static void readLine(String line, String place, StructureSink sink) throws IOException {
        JsonlCrystal parser = new JsonlCrystal();
        try {
            sink.crystal(parser.parse(line), place);
        } catch (BadStructureException e) {
            sink.problem(new StructureProblem(parser.name(), place, e.getMessage()));
        } catch (JsonProcessingException e) {
            sink.problem(new StructureProblem(parser.name(), place, JsonProblems.text(e)));
        }
    }
}
