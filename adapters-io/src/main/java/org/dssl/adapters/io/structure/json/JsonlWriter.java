package org.dssl.adapters.io.structure.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.Elements;
import org.dssl.domain.crystal.Lattice;

/**
 * Writes crystals in the form that {@link JsonlReader} reads, gzipped if the file's name ends with {@code .gz}. The cell
 * keeps its lengths and angles, not its orientation; labels are written as texts, in the order of their names.
 */
public final class JsonlWriter implements AutoCloseable {
    private final JsonGenerator json;

    public JsonlWriter(Path file) throws IOException {
        OutputStream out = Files.newOutputStream(file);
        json = JsonlReader.JSON.createGenerator(file.toString().endsWith(".gz") ? new GZIPOutputStream(out) : out);
        json.setRootValueSeparator(null);
    }

    public void write(Crystal crystal) throws IOException {
        Lattice lattice = crystal.lattice();
        json.writeStartObject();
        json.writeStringField("id", crystal.id());
        for (Map.Entry<String, String> label : new TreeMap<>(crystal.labels()).entrySet()) {
            json.writeStringField(label.getKey(), label.getValue());
        }
        json.writeArrayFieldStart("cell");
        for (int i = 0; i < 6; i++) {
            json.writeNumber(i < 3 ? lattice.length(i) : lattice.angle(i - 3));
        }
        json.writeEndArray();
        writeAtoms(crystal);
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void writeAtoms(Crystal crystal) throws IOException {
        json.writeArrayFieldStart("elements");
        for (int atom = 0; atom < crystal.atoms(); atom++) {
            json.writeString(Elements.symbol(crystal.atomicNumber(atom)));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("frac");
        for (int atom = 0; atom < crystal.atoms(); atom++) {
            json.writeStartArray();
            for (int axis = 0; axis < 3; axis++) {
                json.writeNumber(crystal.fractional(atom, axis));
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
