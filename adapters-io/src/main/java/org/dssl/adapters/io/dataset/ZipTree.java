package org.dssl.adapters.io.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dssl.adapters.io.structure.Decompression;
import org.dssl.adapters.io.structure.StructureFiles;
import org.dssl.adapters.io.structure.UnreadableException;
import org.dssl.ports.out.StructureInput;
import org.dssl.ports.out.StructureProblem;

/** A zip archive, its entries by their path. */
final class ZipTree implements FileTree {
    private final String place;
    private final ZipFile zip;
    private final List<ZipArchiveEntry> entries;

    ZipTree(Path file) throws IOException {
        place = file.toString();
        try {
            zip = ZipFile.builder().setPath(file).get();
        } catch (IllegalArgumentException e) {
            throw new UnreadableException("the zip archive is damaged (" + e.getMessage() + ")");
        }
        entries = Collections.list(zip.getEntries()).stream()
                .filter(entry -> !entry.isDirectory() && !ArchiveNames.hidden(entry.getName()))
                .sorted(Comparator.comparing(ZipArchiveEntry::getName))
                .toList();
    }

    @Override
    public String place() {
        return place;
    }

    @Override
    public void each(Visitor visitor) {
        for (ZipArchiveEntry entry : entries) {
            String refusal = ArchiveNames.refusal(entry.getName());
            if (refusal == null && entry.isUnixSymlink()) {
                refusal = "the entry is a link; links in archives are not followed";
            }
            if (refusal == null && !zip.canReadEntryData(entry)) {
                refusal =
                        "the entry is encrypted, or packed by a method that is not read; pack the archive again, plainly";
            }
            StructureInput input = input(entry);
            if (refusal == null) {
                visitor.file(new TreeFile(input, Math.max(0, entry.getSize()), true));
            } else {
                visitor.refused(new StructureProblem(StructureFiles.stem(input.fileName()), place, refusal));
            }
        }
    }

    @Override
    public Optional<StructureInput> find(Set<String> fileNames) {
        return entries.stream()
                .filter(entry -> fileNames.contains(ArchiveNames.last(entry.getName()))
                        && ArchiveNames.refusal(entry.getName()) == null)
                .min(Comparator.comparingInt(entry -> ArchiveNames.depth(entry.getName())))
                .map(this::input);
    }

    private StructureInput input(ZipArchiveEntry entry) {
        return EntryInput.of(place, entry.getName(), () -> open(entry));
    }

    private InputStream open(ZipArchiveEntry entry) throws IOException {
        try {
            return Decompression.of(Decompression.bounded(zip.getInputStream(entry), entry::getCompressedSize));
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new UnreadableException("the archive's entry is damaged (" + e.getMessage() + ")");
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
