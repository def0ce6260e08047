package org.dssl.adapters.io.hostile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.dssl.adapters.io.structure.Decompression;
import org.dssl.adapters.io.structure.StructureFiles;
import org.dssl.adapters.io.structure.cif.CifReader;
import org.dssl.adapters.io.structure.json.JsonlReader;
import org.dssl.adapters.io.structure.json.PymatgenJsonReader;
import org.dssl.adapters.io.structure.poscar.PoscarReader;
import org.dssl.adapters.io.structure.xyz.XyzReader;
import org.dssl.ports.out.StructureInput;
import org.dssl.ports.out.StructureReader;

/** Every reader ends, and gives structures or named problems, on ten thousand mangled files (a million in the soak). */
class HostileFilesTest {
    private record Given(byte[] content) implements StructureInput {
        @Override
        public String fileName() {
            return "hostile";
        }

        @Override
        public String place() {
            return "hostile";
        }

        @Override
        public InputStream open() throws IOException {
            return Decompression.of(new ByteArrayInputStream(content));
        }
    }

    private static void read(String name, StructureReader reader, byte[] content) {
        Watched.run(content, () -> {
            long begun = System.nanoTime();
            Verdict verdict = new Verdict("hostile");
            StructureInput input = new Given(content);
            try {
                reader.accepts("hostile", StructureFiles.head(input));
            } catch (IOException e) {
                // said once more below
            }
            StructureFiles.read(reader, input, verdict);
            verdict.requireOutcome();
            Tally.add(name, verdict, System.nanoTime() - begun);
        });
    }

    @AfterContainer
    static void printTally() {
        Tally.print();
    }

    @Property
    void cif(@ForAll("cifs") byte[] content) {
        read("CIF", new CifReader(), content);
    }

    @Provide
    Arbitrary<byte[]> cifs() {
        return HostileInputs.of(Samples.withPublished(Samples.CIF));
    }

    @Property
    void jsonLines(@ForAll("lines") byte[] content) {
        read("JSON lines", new JsonlReader(), content);
    }

    @Provide
    Arbitrary<byte[]> lines() {
        return HostileInputs.of(Samples.JSON_LINES);
    }

    @Property
    void pymatgenJson(@ForAll("pymatgen") byte[] content) {
        read("pymatgen JSON", new PymatgenJsonReader(), content);
    }

    @Provide
    Arbitrary<byte[]> pymatgen() {
        return HostileInputs.of(Samples.PYMATGEN);
    }

    @Property
    void jarvisJson(@ForAll("jarvis") byte[] content) {
        read("JARVIS JSON", new PymatgenJsonReader(), content);
    }

    @Provide
    Arbitrary<byte[]> jarvis() {
        return HostileInputs.of(Samples.JARVIS);
    }

    @Property
    void extendedXyz(@ForAll("xyz") byte[] content) {
        read("extended XYZ", new XyzReader(), content);
    }

    @Provide
    Arbitrary<byte[]> xyz() {
        return HostileInputs.of(Samples.XYZ);
    }

    @Property
    void poscar(@ForAll("poscars") byte[] content) {
        read("POSCAR", new PoscarReader(), content);
    }

    @Provide
    Arbitrary<byte[]> poscars() {
        return HostileInputs.of(Samples.POSCAR);
    }
}
