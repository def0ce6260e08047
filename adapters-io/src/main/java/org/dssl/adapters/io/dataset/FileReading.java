package org.dssl.adapters.io.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dssl.adapters.io.dataset.FileTree.TreeFile;
import org.dssl.adapters.io.structure.StructureFiles;
import org.dssl.adapters.io.structure.UnreadableException;
import org.dssl.ports.out.StructureInput;
import org.dssl.ports.out.StructureProblem;
import org.dssl.ports.out.StructureReader;
import org.dssl.ports.out.StructureSink;

/** Reads the files of a tree: small ones on several threads, large ones as they stream by, all in their order. */
final class FileReading {
    /** Files that are read before what they hold is handed on. */
    private static final int BATCH = 512;
    /** So few files are read sooner than threads are woken. */
    private static final int FEW = 8;
    /** A larger file may hold more than should wait in memory. */
    private static final long SMALL = 16 << 20;

    private final StructureReaders readers;

    FileReading(StructureReaders readers) {
        this.readers = readers;
    }

    /** All files of a tree. */
    void read(FileTree tree, StructureSink sink) throws IOException {
        Batch batch = new Batch(input -> true, (input, found) -> found.replay(sink), sink, true);
        batch.readAll(tree);
        if (batch.shown == 0) {
            Path name = Path.of(tree.place()).getFileName();
            sink.problem(new StructureProblem(
                    name == null ? tree.place() : StructureFiles.stem(name.toString()),
                    tree.place(),
                    "the folder or archive holds no files"));
        }
    }

    /** Some files of a tree, each with what it holds; what is no file goes to the sink. */
    void read(FileTree tree, Predicate<StructureInput> wanted, BiConsumer<StructureInput, Found> to, StructureSink sink)
            throws IOException {
        new Batch(wanted, to, sink, false).readAll(tree);
    }

    private final class Batch implements FileTree.Visitor {
        private final Predicate<StructureInput> wanted;
        private final BiConsumer<StructureInput, Found> to;
        private final StructureSink sink;
        private final boolean streaming;
        private final List<StructureInput> inputs = new ArrayList<>();
        private int shown;

        /** @param streaming whether large files go to the sink as they are read */
        Batch(
                Predicate<StructureInput> wanted,
                BiConsumer<StructureInput, Found> to,
                StructureSink sink,
                boolean streaming) {
            this.wanted = wanted;
            this.to = to;
            this.sink = sink;
            this.streaming = streaming;
        }

        void readAll(FileTree tree) throws IOException {
            try {
                tree.each(this);
            } finally {
                end();
            }
        }

        @Override
        public void file(TreeFile file) {
            shown++;
            if (!wanted.test(file.input())) {
                return;
            }
            if (file.lasting() && file.size() <= SMALL) {
                inputs.add(file.input());
            } else {
                end();
                large(file.input());
            }
            if (inputs.size() == BATCH) {
                end();
            }
        }

        private void large(StructureInput input) {
            if (streaming) {
                read(input, sink);
            } else {
                to.accept(input, found(input));
            }
        }

        @Override
        public void refused(StructureProblem problem) {
            shown++;
            end();
            sink.problem(problem);
        }

        private void end() {
            Stream<StructureInput> files = inputs.size() > FEW ? inputs.parallelStream() : inputs.stream();
            List<Found> found = files.map(FileReading.this::found).toList();
            for (int i = 0; i < found.size(); i++) {
                to.accept(inputs.get(i), found.get(i));
            }
            inputs.clear();
        }
    }

    /** What a small file holds. */
    private Found found(StructureInput input) {
        Found found = new Found();
        read(input, found);
        return found;
    }

    /** A file that cannot be read, or not understood, is a problem of its own. */
    private void read(StructureInput input, StructureSink sink) {
        try {
            Optional<StructureReader> reader = readers.forInput(input);
            if (reader.isPresent()) {
                StructureFiles.read(reader.get(), input, sink);
            } else {
                sink.problem(StructureFiles.problem(input, 0, unknown(input)));
            }
        } catch (IOException e) {
            sink.problem(StructureFiles.problem(input, 0, UnreadableException.reason(e)));
        }
    }

    private String unknown(StructureInput input) throws IOException {
        String other = FileTrees.otherArchive(StructureFiles.head(input));
        if (other != null) {
            return "packed with " + other + ", which is not read; unpack it, or pack it with gzip or as zip";
        }
        if (FileTrees.isArchive(input)) {
            return "an archive among structure files is not read; unpack it, or name it as the source";
        }
        return Table.isNamedAsOne(input)
                ? "a table in a folder of structures is not read; name it as the source, and the folder as structures"
                : "no known format. Known are " + readers.known();
    }
}
