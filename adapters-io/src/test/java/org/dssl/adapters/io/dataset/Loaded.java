package org.dssl.adapters.io.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dssl.domain.crystal.Crystal;
import org.dssl.ports.out.DatasetSource.Request;
import org.dssl.ports.out.ReadPolicy;

/** What a data set gave, with places relative to a folder. */
record Loaded(List<Crystal> crystals, List<String> places, List<String> problems, String hash) {

    static Loaded from(Path folder, String source, String structures, String idColumn) {
        return from(folder, source, structures, idColumn, ReadPolicy.STRICT);
    }

    static Loaded from(Path folder, String source, String structures, String idColumn, ReadPolicy policy) {
        List<Crystal> crystals = new ArrayList<>();
        List<String> places = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        String prefix = folder + folder.getFileSystem().getSeparator();
        String hash = new Datasets()
                .load(
                        new Request(source, structures, idColumn, "run.yaml:3  data", policy),
                        (crystal, place) -> {
                            crystals.add(crystal);
                            places.add(place.replace(prefix, ""));
                        },
                        problem -> problems.add((problem.structure() + ": " + problem.place() + "  " + problem.reason())
                                .replace(prefix, "")));
        return new Loaded(crystals, places, problems, hash);
    }

    static Loaded from(Path folder, Path source) {
        return from(folder, source.toString(), null, null);
    }

    List<String> ids() {
        return crystals.stream().map(Crystal::id).toList();
    }
}
