package org.dssl.adapters.io.dataset;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.dssl.adapters.io.structure.Shown;
import org.dssl.adapters.io.structure.StructureFiles;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.problem.Suggestions;
import org.dssl.ports.out.ImperfectStructure;
import org.dssl.ports.out.StructureInput;
import org.dssl.ports.out.StructureProblem;
import org.dssl.ports.out.StructureSink;

/** A table and the tree of the structure files that its rows name, in the order of the rows. */
final class TableSource {
    /** A tree with one of these tables, which have no header, needs no other: the DSSL authors' layout, and JARVIS'. */
    static final Set<String> NAMES = new LinkedHashSet<>(List.of("targets.csv", "id_prop.csv"));

    /** Beyond so many names a suggestion for each missing one costs more than it helps. */
    private static final int SUGGESTED = 1000;

    private static final int LONGEST = 100;

    private final Table table;
    private final FileTree tree;
    private final Set<String> ids = new HashSet<>();
    /** By the name of the file, with and without extension: the places of such files, and what those that are wanted hold. */
    private final Map<String, Map<String, Found>> byName = new HashMap<>();

    private TableSource(Table table, FileTree tree) {
        this.table = table;
        this.tree = tree;
        table.rows().forEach(row -> ids.add(table.id(row)));
    }

    /** A row's id is the name of its file, with or without extension. Files that no row names are left alone. */
    static void read(Table table, FileTree tree, StructureReaders readers, StructureSink sink) throws IOException {
        TableSource source = new TableSource(table, tree);
        if (table.rows().isEmpty()) {
            sink.problem(new StructureProblem("", table.place() + ":1", "the table has no rows"));
        }
        source.readNamed(new FileReading(readers), sink);
        table.rows().forEach(row -> source.hand(row, sink));
    }

    private void readNamed(FileReading reading, StructureSink sink) throws IOException {
        reading.read(tree, this::isWanted, this::add, sink);
    }

    private boolean isWanted(StructureInput input) {
        if (Table.isNamedAsOne(input)) {
            return false;
        }
        boolean wanted = false;
        for (String name : names(input)) {
            byName.computeIfAbsent(name, key -> new LinkedHashMap<>()).put(input.place(), null);
            wanted |= ids.contains(name);
        }
        return wanted;
    }

    private void add(StructureInput input, Found found) {
        names(input).forEach(name -> byName.get(name).put(input.place(), found));
    }

    private static Set<String> names(StructureInput input) {
        return Set.of(input.fileName()).equals(Set.of(StructureFiles.stem(input.fileName())))
                ? Set.of(input.fileName())
                : Set.of(input.fileName(), StructureFiles.stem(input.fileName()));
    }

    private void hand(Table.Row row, StructureSink sink) {
        String id = table.id(row);
        String rowPlace = table.place() + ":" + row.line();
        Map<String, Found> named = id.isEmpty() ? Map.of() : byName.getOrDefault(id, Map.of());
        if (named.size() != 1) {
            sink.problem(new StructureProblem(id, rowPlace, reason(id, named)));
            return;
        }
        String file = named.keySet().iterator().next();
        List<Found.Entry> entries = named.get(file).entries();
        if (entries.size() != 1) {
            sink.problem(new StructureProblem(
                    id, rowPlace, file + " holds " + entries.size() + " structures; a row needs one"));
            return;
        }
        Found.Entry entry = entries.get(0);
        UnaryOperator<Crystal> labelled = crystal -> {
            Map<String, String> labels = new HashMap<>(crystal.labels());
            labels.putAll(table.labels(row));
            return crystal.withId(id).withLabels(labels);
        };
        if (entry.crystal() != null) {
            sink.crystal(labelled.apply(entry.crystal()), rowPlace);
        } else if (entry.problem() != null) {
            sink.problem(named(id, entry.problem()));
        } else {
            ImperfectStructure structure = entry.imperfect();
            sink.imperfect(new ImperfectStructure(
                    named(id, structure.problem()),
                    rowPlace,
                    structure.imperfections(),
                    () -> labelled.apply(structure.mended().get())));
        }
    }

    private static StructureProblem named(String id, StructureProblem problem) {
        return new StructureProblem(id, problem.place(), problem.reason());
    }

    private String nearest(String id) {
        return byName.size() > SUGGESTED || id.length() > LONGEST
                ? ""
                : Suggestions.nearest(id, byName.keySet())
                        .map(name -> "; the nearest name is " + name)
                        .orElse("");
    }

    private String reason(String id, Map<String, Found> named) {
        if (id.isEmpty()) {
            return table.columns().get(table.idColumn()) + " is empty; it must name a structure file";
        }
        if (named.isEmpty()) {
            return tree.place() + " holds no structure file named " + Shown.text(id) + nearest(id);
        }
        List<String> files = List.copyOf(named.keySet());
        return "several files are named " + Shown.text(id) + ": " + files.get(0) + ", " + files.get(1);
    }
}
