package org.dssl.adapters.io.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dssl.adapters.io.structure.StructureFiles;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.problem.Suggestions;
import org.dssl.ports.out.StructureProblem;
import org.dssl.ports.out.StructureSink;

/** A table and the folder of the structure files that its rows name, in the order of the rows. */
final class TableSource {
    /** A folder with this table, which has no header, is in the layout of the DSSL authors' code. */
    static final String TARGETS = "targets.csv";

    /** Beyond so many names a suggestion for each missing one costs more than it helps. */
    private static final int SUGGESTED = 1000;

    private final String place;
    private final FolderSource files;

    TableSource(String place, StructureReaders readers) {
        this.place = place;
        this.files = new FolderSource(readers);
    }

    /** A row's id is the name of its file, with or without extension. Files that no row names are left alone. */
    void read(Table table, Path folder, StructureSink sink) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new InvalidInputException(place, folder + " is no folder; structures must be a folder of files");
        }
        Map<String, List<Path>> byName = byName(folder);
        table.rows().parallelStream()
                .map(row -> read(table, row, folder, byName))
                .forEachOrdered(found -> found.replay(sink));
    }

    private static Map<String, List<Path>> byName(Path folder) throws IOException {
        Map<String, List<Path>> byName = new HashMap<>();
        for (Path file : FolderSource.files(folder)) {
            String name = file.getFileName().toString();
            if (!Table.isNamedAsOne(file)) {
                byName.computeIfAbsent(name, key -> new ArrayList<>()).add(file);
                byName.computeIfAbsent(StructureFiles.stem(file), key -> new ArrayList<>())
                        .add(file);
            }
        }
        return byName;
    }

    private Found read(Table table, Table.Row row, Path folder, Map<String, List<Path>> byName) {
        Found found = new Found();
        String id = table.id(row);
        String rowPlace = table.file() + ":" + row.line();
        List<Path> named =
                byName.getOrDefault(id, List.of()).stream().distinct().toList();
        if (id.isEmpty() || named.size() != 1) {
            found.problem(new StructureProblem(id, rowPlace, reason(table, id, folder, named, byName)));
            return found;
        }
        List<Found.Entry> entries = files.read(named.get(0)).entries();
        if (entries.size() != 1) {
            found.problem(new StructureProblem(
                    id, rowPlace, named.get(0) + " holds " + entries.size() + " structures; a row needs one"));
            return found;
        }
        Found.Entry entry = entries.get(0);
        if (entry.crystal() == null) {
            found.problem(
                    new StructureProblem(id, entry.place(), entry.problem().reason()));
        } else {
            Crystal crystal = entry.crystal();
            Map<String, String> labels = new HashMap<>(crystal.labels());
            labels.putAll(table.labels(row));
            found.crystal(crystal.withId(id).withLabels(labels), rowPlace);
        }
        return found;
    }

    private static String reason(
            Table table, String id, Path folder, List<Path> named, Map<String, List<Path>> byName) {
        if (id.isEmpty()) {
            return table.columns().get(table.idColumn()) + " is empty; it must name a structure file";
        }
        return named.isEmpty()
                ? folder + " holds no structure file named " + id + ". "
                        + (byName.size() > SUGGESTED ? "" : Suggestions.didYouMean(id, byName.keySet()))
                : "several files are named " + id + ": " + named.get(0) + ", " + named.get(1);
    }
}
