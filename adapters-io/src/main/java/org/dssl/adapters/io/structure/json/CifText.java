package org.dssl.adapters.io.structure.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.dssl.adapters.io.structure.cif.CifReader;
import org.dssl.domain.crystal.Crystal;
import org.dssl.ports.out.ImperfectStructure;
import org.dssl.ports.out.StructureInput;
import org.dssl.ports.out.StructureProblem;
import org.dssl.ports.out.StructureSink;

/** A CIF within a JSON text, as in the data of MEGNet. */
record CifText(String text) implements Parsed {

    @Override
    public void hand(JsonRecord record, StructureSink sink) {
        try {
            new CifReader().read(new Input(text, record.place()), new Renamed(record, sink));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a text cannot fail to be read
        }
    }

    private record Input(String text, String place) implements StructureInput {
        @Override
        public String fileName() {
            return "structure.cif";
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Calls what is found by the record's id, and adds its labels. */
    private record Renamed(JsonRecord record, StructureSink sink) implements StructureSink {
        @Override
        public void crystal(Crystal crystal, String place) {
            sink.crystal(named(crystal), record.place());
        }

        @Override
        public void problem(StructureProblem problem) {
            sink.problem(named(problem));
        }

        @Override
        public void imperfect(ImperfectStructure structure) {
            sink.imperfect(new ImperfectStructure(
                    named(structure.problem()),
                    record.place(),
                    structure.imperfections(),
                    () -> named(structure.mended().get())));
        }

        private StructureProblem named(StructureProblem problem) {
            return new StructureProblem(record.id(), problem.place(), problem.reason());
        }

        private Crystal named(Crystal crystal) {
            Map<String, String> labels = new HashMap<>(crystal.labels());
            record.labels().forEach(labels::putIfAbsent);
            return crystal.withId(record.id()).withLabels(labels);
        }
    }
}
