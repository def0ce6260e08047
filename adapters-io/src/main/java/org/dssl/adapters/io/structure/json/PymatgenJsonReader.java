package org.dssl.adapters.io.structure.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.dssl.adapters.io.structure.StructureFiles;
import org.dssl.adapters.io.structure.UnreadableException;
import org.dssl.ports.out.StructureInput;
import org.dssl.ports.out.StructureReader;
import org.dssl.ports.out.StructureSink;

/**
 * Reads JSON files that hold structures of pymatgen or JARVIS: pandas' tables in the orientation {@code split} (Matbench's)
 * or by columns, a list or a dictionary of structures or of records with a {@code structure} or {@code atoms}, a single one,
 * or one a line. A structure may also be a text: JSON once more, or a CIF. But for tables by columns, structures are read
 * and handed on one by one.
 */
public final class PymatgenJsonReader implements StructureReader {
    private static final String NOT_READ = ". What follows in the file is not read";

    @Override
    public String format() {
        return "JSON of pymatgen, Matbench and JARVIS";
    }

    @Override
    public boolean accepts(String fileName, byte[] head) {
        String start = new String(head, StandardCharsets.UTF_8).stripLeading();
        boolean json = start.startsWith("{") || start.startsWith("[");
        String name = StructureFiles.plainName(fileName);
        boolean named = name.endsWith(".json") || name.endsWith(".jsonl");
        return json && (named || start.contains("pymatgen") || start.contains("lattice_mat"));
    }

    @Override
    public void read(StructureInput input, StructureSink sink) throws IOException {
        PymatgenFile file = new PymatgenFile(input.place(), StructureFiles.stem(input.fileName()), sink);
        try (InputStream content = input.open()) {
            file.read(content);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null
                    ? file.line()
                    : Math.max(1, e.getLocation().getLineNr());
            sink.problem(StructureFiles.problem(input, line, JsonProblems.text(e) + NOT_READ));
        } catch (IOException e) {
            sink.problem(StructureFiles.problem(input, file.line(), UnreadableException.reason(e) + NOT_READ));
        }
    }
}
