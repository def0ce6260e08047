package org.dssl.adapters.io.structure.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.dssl.adapters.io.structure.BadStructureException;
import org.dssl.adapters.io.structure.Lines;
import org.dssl.adapters.io.structure.StructureFiles;
import org.dssl.adapters.io.structure.UnreadableException;
import org.dssl.ports.out.StructureInput;
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

    /** Of structures as pymatgen and JARVIS write them, one a line. */
    private static final String OTHER = "\"lattice";

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
        boolean named = StructureFiles.plainName(fileName).endsWith(".jsonl") && !start.contains(OTHER);
        return named || start.startsWith("{") && start.contains(MARK);
    }

    @Override
    public void read(StructureInput input, StructureSink sink) throws IOException {
        try (Lines lines = new Lines(input.open())) {
            read(lines, input.place(), sink);
        }
    }

    /** @param name of the source, for places */
    public void read(InputStream content, String name, StructureSink sink) throws IOException {
        read(new Lines(content), name, sink);
    }

    private static void read(Lines lines, String name, StructureSink sink) {
        boolean more = true;
        boolean empty = true;
        while (more) {
            JsonlCrystal parser = new JsonlCrystal();
            String problem = null;
            try {
                String line = lines.next();
                more = line != null;
                if (more && !line.isBlank()) {
                    empty = false;
                    sink.crystal(parser.parse(line), name + ":" + lines.number());
                }
            } catch (BadStructureException e) {
                problem = e.getMessage();
            } catch (JsonProcessingException e) {
                problem = JsonProblems.text(e);
            } catch (IOException e) {
                problem = UnreadableException.reason(e) + ". What follows in the file is not read";
                more = false;
            }
            if (problem == null && !more && empty) {
                problem = "the file holds no structures";
            }
            if (problem != null) {
                empty = false;
                sink.problem(new StructureProblem(parser.name(), name + ":" + lines.number(), problem));
            }
        }
    }
}
