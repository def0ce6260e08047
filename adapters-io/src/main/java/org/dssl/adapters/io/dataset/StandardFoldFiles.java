package org.dssl.adapters.io.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dssl.adapters.io.structure.StructureFiles;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.problem.Suggestions;
import org.dssl.domain.train.GivenFolds.Given;
import org.dssl.ports.out.DatasetSource.Request;
import org.dssl.ports.out.FoldFiles;

/** Folds as Matbench's package has them, {@code {"splits": {TASK: {"fold_0": {"train": […], "test": […]}}}}}, or a table. */
public final class StandardFoldFiles implements FoldFiles {

    @Override
    public List<Task> read(Path file) {
        try {
            return Table.isNamedAsOne(StructureFiles.input(file)) ? List.of(new Task("", table(file))) : json(file);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new InvalidInputException(file + ":" + line, "is no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new InvalidInputException(file.toString(), "cannot be read: " + e.getMessage());
        }
    }

    private static List<Given> table(Path file) throws IOException {
        Table table =
                Table.withHeader(StructureFiles.input(file), new Request(file.toString(), null, null, file.toString()));
        int id = column(table, "id");
        int fold = column(table, "fold");
        Map<String, Integer> lines = new HashMap<>();
        Map<String, List<String>> tests = new LinkedHashMap<>();
        for (Table.Row row : table.rows()) {
            String name = row.cells().get(id).strip();
            String of = row.cells().get(fold).strip();
            String place = file + ":" + row.line();
            require(!name.isEmpty() && !of.isEmpty(), place, "needs an id and a fold");
            Integer before = lines.putIfAbsent(name, row.line());
            require(
                    before == null,
                    place,
                    name + " has a fold already in line " + before + ". An id is tested once; remove one of the lines");
            tests.computeIfAbsent(FoldsInJson.foldName(of), key -> new ArrayList<>())
                    .add(name);
        }
        require(tests.size() > 1, file.toString(), "names " + tests.size() + " folds; at least 2 are needed");
        List<Given> folds = new ArrayList<>();
        tests.forEach((name, test) -> folds.add(new Given(name, List.of(), test)));
        return folds;
    }

    private static int column(Table table, String name) {
        int column = table.columns().indexOf(name);
        require(
                column >= 0,
                table.place() + ":1",
                "there is no column " + name + ". " + Suggestions.didYouMean(name, table.columns())
                        + "Folds are a table with the columns id and fold; there are "
                        + String.join(", ", table.columns()));
        return column;
    }

    private static List<Task> json(Path file) throws IOException {
        try (InputStream content = StructureFiles.input(file).open()) {
            Map<String, List<Given>> tasks = new FoldsInJson(file).read(content);
            List<Task> result = new ArrayList<>();
            tasks.forEach((name, folds) -> {
                requireDisjoint(file + (name.isEmpty() ? "" : "  " + name), folds);
                result.add(new Task(name, folds));
            });
            return result;
        }
    }

    private static void requireDisjoint(String place, List<Given> folds) {
        Map<String, String> testedIn = new HashMap<>();
        for (Given fold : folds) {
            for (String id : fold.test()) {
                String before = testedIn.putIfAbsent(id, fold.name());
                require(
                        before == null,
                        place,
                        id + " is tested in fold " + before + " and in fold " + fold.name()
                                + ". Remove it from one of them");
            }
            Set<String> test = new HashSet<>(fold.test());
            fold.train().stream().filter(test::contains).findFirst().ifPresent(id -> {
                throw new InvalidInputException(
                        place, id + " is both trained on and tested in fold " + fold.name() + ". Remove it from one");
            });
        }
    }

    private static void require(boolean holds, String place, String otherwise) {
        if (!holds) {
            throw new InvalidInputException(place, otherwise);
        }
    }
}
