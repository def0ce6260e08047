package org.dssl.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.dssl.adapters.io.dataset.StructureReaders;
import org.dssl.adapters.io.structure.StructureFiles;
import org.dssl.domain.crystal.Crystal;
import org.dssl.ports.out.StructureProblem;
import org.dssl.ports.out.StructureReader;
import org.dssl.ports.out.StructureSink;

/** Reads files again and again; what is no structure ends the run, since it would make the figures wrong. */
final class Structures {
    private static final StructureReaders READERS = StructureReaders.standard();
    private static final Map<String, StructureReader> BY_EXTENSION = new HashMap<>();

    private Structures() {}

    /** The files of a folder, or the one file. */
    static List<Path> files(Path source) throws IOException {
        if (!Files.isDirectory(source)) {
            return List.of(source);
        }
        try (Stream<Path> entries = Files.list(source)) {
            return entries.sorted().toList();
        }
    }

    static List<Crystal> read(List<Path> files) throws IOException {
        List<Crystal> crystals = new ArrayList<>();
        each(files, crystal -> crystals.add(crystal) ? 1 : 0);
        return crystals;
    }

    /** Reads each file once and hands its crystals on; returns the sum of what is answered. */
    static long each(List<Path> files, ToLongFunction<Crystal> work) throws IOException {
        Sum sum = new Sum(work);
        for (Path file : files) {
            reader(file).read(StructureFiles.input(file), sum);
        }
        return sum.value;
    }

    /** The format is looked up once for each extension: the peers are told it too. */
    private static StructureReader reader(Path file) throws IOException {
        String name = file.getFileName().toString();
        String extension = name.substring(name.lastIndexOf('.') + 1);
        StructureReader known = BY_EXTENSION.get(extension);
        if (known == null) {
            known = READERS.forInput(StructureFiles.input(file)).orElseThrow(() -> new IOException("no structures: " + file));
            BY_EXTENSION.put(extension, known);
        }
        return known;
    }

    private static final class Sum implements StructureSink {
        private final ToLongFunction<Crystal> work;
        private long value;

        Sum(ToLongFunction<Crystal> work) {
            this.work = work;
        }

        @Override
        public void crystal(Crystal crystal, String place) {
            value += work.applyAsLong(crystal);
        }

        @Override
        public void problem(StructureProblem problem) {
            throw new IllegalStateException(problem.toString());
        }
    }
}
