package org.dssl.adapters.io.structure.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.dssl.adapters.io.structure.BadStructureException;
import org.dssl.adapters.io.structure.Shown;
import org.dssl.ports.out.StructureProblem;
import org.dssl.ports.out.StructureSink;

/** Hands structures on that are found in JSON trees, and counts them. */
final class JsonSink {
    static final String NONE = "no structure with lattice and sites, or lattice_mat and coords, stands here";

    /** Under what key records hold their structure: pymatgen's word, and that of JARVIS. */
    static final List<String> STRUCTURE = List.of("structure", "atoms");

    private final StructureSink sink;
    private int found;

    JsonSink(StructureSink sink) {
        this.sink = sink;
    }

    /** How many structures, good or bad. */
    int found() {
        return found;
    }

    static boolean isStructure(JsonNode node) {
        return PymatgenStructure.looksLikeOne(node) || JarvisAtoms.looksLikeOne(node);
    }

    /** Whether it is a structure, or a record that holds one, if only in name. */
    static boolean holdsStructure(JsonNode node) {
        return isStructure(node) || node.isObject() && STRUCTURE.stream().anyMatch(node::has);
    }

    /** A structure, or a record that holds one beside its labels. */
    void record(JsonNode node, String standardId, String place) {
        if (isStructure(node)) {
            structure(node, new JsonRecord(standardId, Map.of(), place));
            return;
        }
        JsonNode own = STRUCTURE.stream()
                .map(node::path)
                .filter(value -> !value.isMissingNode())
                .findFirst()
                .orElse(node.path(STRUCTURE.get(0)));
        List<Map.Entry<String, JsonNode>> labels = node.properties().stream()
                .filter(field -> !STRUCTURE.contains(field.getKey()))
                .toList();
        structure(own, JsonRecord.of(labels, standardId, place));
    }

    void structure(JsonNode node, JsonRecord record) {
        try {
            hand(parsed(node), record);
        } catch (BadStructureException e) {
            problem(record.id(), record.place(), e.getMessage());
        }
    }

    void hand(Parsed structure, JsonRecord record) {
        found++;
        try {
            structure.hand(record, sink);
        } catch (BadStructureException e) {
            sink.problem(new StructureProblem(record.id(), record.place(), e.getMessage()));
        }
    }

    static Parsed parsed(JsonNode node) throws BadStructureException {
        if (PymatgenStructure.looksLikeOne(node)) {
            return PymatgenStructure.read(node);
        }
        if (JarvisAtoms.looksLikeOne(node)) {
            return JarvisAtoms.read(node);
        }
        if (node.isTextual() && node.textValue().stripLeading().startsWith("{")) {
            return ofText(node.textValue());
        }
        if (node.isTextual() && node.textValue().contains("_cell_length_a")) {
            return new CifText(node.textValue());
        }
        throw new BadStructureException(0, NONE);
    }

    /** JSON within a JSON text, as tables have it that were written without pymatgen's encoder. */
    private static Parsed ofText(String text) throws BadStructureException {
        try (BoundedParser json = new BoundedParser(PymatgenFile.JSON.createParser(text), PymatgenFile.JSON)) {
            JsonNode inner = json.tree();
            if (isStructure(inner)) {
                return parsed(inner);
            }
        } catch (IOException e) {
            throw new BadStructureException(0, "the text is no JSON: " + Shown.text(text));
        }
        throw new BadStructureException(0, NONE);
    }

    void problem(String id, String place, String reason) {
        found++;
        sink.problem(new StructureProblem(id, place, reason));
    }
}
