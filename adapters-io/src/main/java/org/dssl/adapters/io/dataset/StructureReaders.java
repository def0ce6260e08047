package org.dssl.adapters.io.dataset;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dssl.adapters.io.structure.StructureFiles;
import org.dssl.adapters.io.structure.cif.CifReader;
import org.dssl.adapters.io.structure.json.JsonlReader;
import org.dssl.adapters.io.structure.json.PymatgenJsonReader;
import org.dssl.adapters.io.structure.poscar.PoscarReader;
import org.dssl.adapters.io.structure.xyz.XyzReader;
import org.dssl.ports.out.StructureInput;
import org.dssl.ports.out.StructureReader;

/** The formats that are known: the first reader that accepts a file reads it. */
public final class StructureReaders {
    private final List<StructureReader> readers;

    public StructureReaders(List<StructureReader> readers) {
        this.readers = List.copyOf(readers);
    }

    /** All formats that dssl reads. */
    public static StructureReaders standard() {
        return new StructureReaders(List.of(
                new CifReader(), new JsonlReader(), new PymatgenJsonReader(), new XyzReader(), new PoscarReader()));
    }

    /** The reader for a file, by its first bytes, or else by its name; empty if no format fits. */
    public Optional<StructureReader> forInput(StructureInput input) throws IOException {
        byte[] head = StructureFiles.head(input);
        return first("", head).or(() -> first(input.fileName(), head));
    }

    private Optional<StructureReader> first(String name, byte[] head) {
        return readers.stream().filter(reader -> reader.accepts(name, head)).findFirst();
    }

    /** Names of the formats, for messages. */
    public String known() {
        return readers.stream().map(StructureReader::format).collect(Collectors.joining(", "));
    }
}
