package org.dssl.adapters.io.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.ports.out.DatasetSource;
import org.dssl.ports.out.StructureProblem;
import org.dssl.ports.out.StructureReader;

/**
 * Reads data sets from files and folders: a structure file of any known format; a folder of them, in the order of their
 * names; a folder with {@code targets.csv} (the layout of the DSSL authors' code); a table whose rows name structure
 * files; {@code builtin:NAME}.
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
        UniqueIds sink = new UniqueIds(crystals, problems);
        try {
            read(request, sink);
        } catch (IOException e) {
            throw new InvalidInputException(request.place(), "cannot read " + request.source() + ": " + e);
        }
        return sink.hash();
    }

    private void read(Request request, UniqueIds sink) throws IOException {
        if (BuiltinData.isNamed(request.source())) {
            BuiltinData.read(request, sink);
            return;
        }
        Path source = MissingFile.require(request.source(), request.place());
        boolean folder = Files.isDirectory(source);
        if (request.structures() != null) {
            Path structures = MissingFile.require(request.structures(), request.place());
            new TableSource(request.place(), readers).read(Table.withHeader(source, request), structures, sink);
        } else if (folder && Files.exists(source.resolve(TableSource.TARGETS))) {
            new TableSource(request.place(), readers)
                    .read(Table.withoutHeader(source.resolve(TableSource.TARGETS), request), source, sink);
        } else if (folder) {
            new FolderSource(readers).read(source, sink);
        } else {
            reader(source, request).read(source, sink);
        }
    }

    private StructureReader reader(Path file, Request request) throws IOException {
        Optional<StructureReader> reader = readers.forFile(file);
        if (reader.isEmpty()) {
            throw new InvalidInputException(
                    request.place(),
                    Table.isNamedAsOne(file)
                            ? file + " is a table; structures must name the folder of the files that its rows name"
                            : file + " has no known format. Known are " + readers.known());
        }
        return reader.get();
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
