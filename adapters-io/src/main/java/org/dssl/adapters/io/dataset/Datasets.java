package org.dssl.adapters.io.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.dssl.adapters.io.structure.CheckedSink;
import org.dssl.adapters.io.structure.StructureFiles;
import org.dssl.adapters.io.structure.UnreadableException;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.ports.out.DatasetSource;
import org.dssl.ports.out.StructureInput;
import org.dssl.ports.out.StructureProblem;
import org.dssl.ports.out.StructureReader;
import org.dssl.ports.out.StructureSink;

/**
 * Reads data sets from files, folders and archives: a structure file of any known format; a folder, zip or tar archive of
 * them, in the order of their names or of the archive; one with {@code targets.csv} (the layout of the DSSL authors' code)
 * or {@code id_prop.csv} (that of JARVIS and CGCNN); a table whose rows name structure files; {@code builtin:NAME}.
 */
public final class Datasets implements DatasetSource {
    private final StructureReaders readers;

    public Datasets() {
        this(StructureReaders.standard());
    }

    public Datasets(StructureReaders readers) {
        this.readers = readers;
    }

    /** {@inheritDoc} The hash is that of {@link CrystalHash}: equal crystals in equal order, whatever the packing. */
    @Override
    public String load(Request request, BiConsumer<Crystal, String> crystals, Consumer<StructureProblem> problems) {
        UniqueIds unique = new UniqueIds(crystals, problems);
        PolicySink sink = new PolicySink(request.policy(), new CheckedSink(unique));
        try {
            read(request, sink);
        } catch (IOException e) {
            throw new InvalidInputException(request.place(), request.source() + ": " + UnreadableException.reason(e));
        }
        sink.end();
        return unique.hash();
    }

    private void read(Request request, StructureSink sink) throws IOException {
        if (BuiltinData.isNamed(request.source())) {
            BuiltinData.read(request, sink);
            return;
        }
        Path source = MissingFile.require(request.source(), request.place());
        if (request.structures() != null) {
            readTable(source, request, sink);
            return;
        }
        try (FileTree tree = FileTrees.of(source).orElse(null)) {
            if (tree == null) {
                StructureInput input = StructureFiles.input(source);
                StructureFiles.read(reader(input, request), input, sink);
                return;
            }
            Optional<StructureInput> table = tree.find(TableSource.NAMES);
            if (table.isPresent()) {
                TableSource.read(Table.withoutHeader(table.get(), request), tree, readers, sink);
            } else {
                new FileReading(readers).read(tree, sink);
            }
        }
    }

    private void readTable(Path source, Request request, StructureSink sink) throws IOException {
        Path structures = MissingFile.require(request.structures(), request.place());
        if (Files.isDirectory(source)) {
            throw new InvalidInputException(
                    request.place(), source + " is a folder; beside structures, source must be a table (.csv)");
        }
        Table table = Table.withHeader(StructureFiles.input(source), request);
        try (FileTree tree = FileTrees.of(structures).orElse(null)) {
            if (tree == null) {
                throw new InvalidInputException(
                        request.place(),
                        structures + " is no folder; structures must be a folder of files, or an archive");
            }
            TableSource.read(table, tree, readers, sink);
        }
    }

    private StructureReader reader(StructureInput file, Request request) throws IOException {
        Optional<StructureReader> reader = readers.forInput(file);
        if (reader.isPresent()) {
            return reader.get();
        }
        String other = FileTrees.otherArchive(StructureFiles.head(file));
        String reason = Table.isNamedAsOne(file)
                ? " is a table; structures must name the folder of the files that its rows name"
                : " has no known format. Known are " + readers.known();
        throw new InvalidInputException(
                request.place(),
                file.place()
                        + (other == null ? reason : " is packed with " + other + ", which is not read; unpack it"));
    }

    @Override
    public List<String> attributions(List<String> sources) {
        return sources.stream()
                .filter(BuiltinData::isNamed)
                .map(BuiltinData::attribution)
                .distinct()
                .toList();
    }
}
