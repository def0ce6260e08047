package org.dssl.adapters.io.structure;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.dssl.adapters.io.structure.json.JsonlReader;
import org.dssl.adapters.io.structure.json.PymatgenJsonReader;
import org.dssl.adapters.io.structure.xyz.XyzReader;
import org.dssl.domain.crystal.Crystal;
import org.dssl.ports.out.StructureInput;
import org.dssl.ports.out.StructureProblem;
import org.dssl.ports.out.StructureReader;
import org.dssl.ports.out.StructureSink;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Large files are read as they stream by: of a file without end, structures come all the same. */
class StreamedTest {
    private static final int ENOUGH = 20_000;
    private static final String STRUCTURE =
            "{\"lattice\":{\"matrix\":[[4,0,0],[0,4,0],[0,0,4]]},\"sites\":[{\"species\":"
                    + "[{\"element\":\"Na\",\"occu\":1}],\"abc\":[0,0,0]}]}";

    private static final class Enough extends RuntimeException {}

    /** A text, and then another again and again. */
    private static final class Endless extends InputStream {
        private byte[] text;
        private final byte[] again;
        private int at;

        Endless(String start, String again) {
            this.text = start.getBytes(StandardCharsets.UTF_8);
            this.again = again.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() {
            if (at == text.length) {
                text = again;
                at = 0;
            }
            return text[at++];
        }
    }

    private record Input(String start, String again) implements StructureInput {
        @Override
        public String fileName() {
            return "endless";
        }

        @Override
        public String place() {
            return "endless";
        }

        @Override
        public InputStream open() {
            return new Endless(start, again);
        }
    }

    static Stream<Arguments> formats() {
        return Stream.of(
                Arguments.of(
                        new JsonlReader(),
                        "",
                        "{\"id\":\"a\",\"cell\":[4,4,4,90,90,90],\"elements\":[\"Na\"],\"frac\":[[0,0,0]]}\n"),
                Arguments.of(new XyzReader(), "", "1\nLattice=\"4 0 0 0 4 0 0 0 4\"\nNa 0 0 0\n"),
                Arguments.of(new PymatgenJsonReader(), "[" + STRUCTURE, ",\n" + STRUCTURE),
                Arguments.of(new PymatgenJsonReader(), "", STRUCTURE + "\n"),
                Arguments.of(
                        new PymatgenJsonReader(),
                        "{\"index\":[" + "0,".repeat(2 * ENOUGH) + "0],\"columns\":[\"structure\"],\"data\":[["
                                + STRUCTURE,
                        "],[" + STRUCTURE));
    }

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource("formats")
    void aFileWithoutEndGivesItsStructures(StructureReader reader, String start, String again) {
        StructureSink sink = new StructureSink() {
            private int found;

            @Override
            public void crystal(Crystal crystal, String place) {
                if (++found == ENOUGH) {
                    throw new Enough();
                }
            }

            @Override
            public void problem(StructureProblem problem) {
                throw new AssertionError(problem.toString());
            }
        };
        assertThrows(Enough.class, () -> reader.read(new Input(start, again), sink));
    }
}
