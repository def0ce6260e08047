package org.dssl.adapters.io.dataset;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.dssl.adapters.io.structure.Decompression;
import org.dssl.adapters.io.structure.StructureFiles;
import org.dssl.adapters.io.structure.UnreadableException;
import org.dssl.ports.out.StructureInput;
import org.dssl.ports.out.StructureProblem;

/** A tar archive, packed with gzip or not: read once from its beginning to its end, its entries as they come. */
record TarTree(Path file) implements FileTree {
    /** A larger entry is read while it streams by. */
    private static final long SMALL = 8 << 20;
    /** As far as an entry can be read twice that streams by: its head is looked at first. */
    private static final int TWICE = 1 << 20;

    /** Blocks of zeros end an archive. */
    private static final int END_MARK = 512;

    @Override
    public String place() {
        return file.toString();
    }

    @Override
    public void each(Visitor visitor) throws IOException {
        TrailingZeros content = new TrailingZeros(Decompression.of(Files.newInputStream(file)));
        try (TarArchiveInputStream tar = new TarArchiveInputStream(content)) {
            for (TarArchiveEntry entry = next(tar); entry != null; entry = next(tar)) {
                String name = entry.getName();
                if (!entry.isDirectory() && !ArchiveNames.hidden(name)) {
                    show(entry, tar, visitor);
                }
            }
            if (content.count() < END_MARK) {
                visitor.refused(new StructureProblem(
                        StructureFiles.stem(file.getFileName().toString()),
                        place(),
                        "the tar archive has no mark of its end: it may have been cut off. Copy or download it again"));
            }
        }
    }

    private void show(TarArchiveEntry entry, TarArchiveInputStream tar, Visitor visitor) throws IOException {
        String name = entry.getName();
        String refusal = ArchiveNames.refusal(name);
        if (refusal == null && (entry.isSymbolicLink() || entry.isLink())) {
            refusal = "the entry is a link; links in archives are not followed";
        }
        if (refusal == null && (!entry.isFile() || !tar.canReadEntryData(entry))) {
            refusal = "the entry is no plain file; it is not read";
        }
        if (refusal != null) {
            visitor.refused(new StructureProblem(StructureFiles.stem(ArchiveNames.last(name)), place(), refusal));
        } else if (entry.getSize() <= SMALL) {
            byte[] bytes = tar.readNBytes((int) entry.getSize());
            visitor.file(new TreeFile(
                    EntryInput.of(place(), name, () -> Decompression.of(new ByteArrayInputStream(bytes))), 0, true));
        } else {
            visitor.file(new TreeFile(EntryInput.of(place(), name, passing(tar)), entry.getSize(), false));
        }
    }

    /** Can be opened again as long as little was read. */
    private static EntryInput.Content passing(TarArchiveInputStream tar) {
        InputStream entry = new BufferedInputStream(tar);
        entry.mark(TWICE);
        return () -> {
            entry.reset();
            entry.mark(TWICE);
            return Decompression.of(new FilterInputStream(entry) {
                @Override
                public void close() {
                    // the archive goes on
                }
            });
        };
    }

    @Override
    public Optional<StructureInput> find(Set<String> fileNames) throws IOException {
        StructureInput[] best = new StructureInput[1];
        each(new Visitor() {
            @Override
            public void file(TreeFile file) {
                StructureInput input = file.input();
                boolean nearer =
                        best[0] == null || ArchiveNames.depth(input.place()) < ArchiveNames.depth(best[0].place());
                if (file.lasting() && nearer && fileNames.contains(input.fileName())) {
                    best[0] = input;
                }
            }

            @Override
            public void refused(StructureProblem problem) {
                // said when the files are read
            }
        });
        return Optional.ofNullable(best[0]);
    }

    private static TarArchiveEntry next(TarArchiveInputStream tar) throws IOException {
        try {
            return tar.getNextEntry();
        } catch (IllegalArgumentException e) {
            throw new UnreadableException("the tar archive is damaged (" + e.getMessage() + ")");
        }
    }
}
