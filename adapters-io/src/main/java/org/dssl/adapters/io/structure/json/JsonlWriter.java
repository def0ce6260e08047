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
 * keeps its lengths and angles, not its orientation: vectors are turned with it, into the frame of the reader. Labels are
 * written as texts, in the order of their names.
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
        writeRows("frac", crystal.fractional());
        for (String name : crystal.vectorNames()) {
            writeRows(name, turned(crystal.vectors(name).orElseThrow(), crystal.lattice()));
        }
    }

    private void writeRows(String key, double[] rows) throws IOException {
        json.writeArrayFieldStart(key);
        for (int i = 0; i < rows.length; i += 3) {
            json.writeArray(rows, i, 3);
        }
        json.writeEndArray();
    }

    /** With the same components along a, b and c. */
    private static double[] turned(double[] vectors, Lattice from) {
        Lattice to = Lattice.ofParameters(
                from.length(0), from.length(1), from.length(2), from.angle(0), from.angle(1), from.angle(2));
        double[] turned = new double[vectors.length];
        for (int i = 0; i < turned.length; i++) {
            int v = i - i % 3;
            double[] along = new double[3];
            for (int k = 0; k < 3; k++) {
                along[k] = from.fractional(vectors[v], vectors[v + 1], vectors[v + 2], k);
            }
            turned[i] = to.cartesian(along[0], along[1], along[2], i % 3);
        }
        return turned;
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
