package org.dssl.adapters.io.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.dssl.adapters.io.structure.StructureFiles;
import org.dssl.adapters.io.structure.json.JsonlReader;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.problem.Suggestions;
import org.dssl.ports.out.DatasetSource.Request;
import org.dssl.ports.out.StructureSink;

/** The data sets that come with dssl; {@code DATA-LICENSES.md} says how they were selected. */
enum BuiltinData {
    ELASTIC_BINARIES(
            "elastic-binaries",
            "bulk and shear moduli of binary crystals from the Materials Project (CC BY 4.0), as collected in matcalc"
                    + " (BSD-3-Clause)"),
    UNLABELLED_SMALL(
            "unlabelled-small", "crystals of at most 20 atoms from the Materials Project (CC BY 4.0), without labels");

    private static final String PREFIX = "builtin:";

    private final String title;
    private final String origin;

    BuiltinData(String title, String origin) {
        this.title = title;
        this.origin = origin;
    }

    static List<String> names() {
        return Arrays.stream(values()).map(data -> data.title).toList();
    }

    static boolean isNamed(String source) {
        return source.startsWith(PREFIX);
    }

    static void read(Request request, StructureSink sink) throws IOException {
        BuiltinData data = find(request.source(), request.place());
        String file = data.title + ".jsonl.gz";
        try (InputStream content = BuiltinData.class.getResourceAsStream(file)) {
            new JsonlReader().read(StructureFiles.decompressed(content), PREFIX + data.title, sink);
        }
    }

    private static BuiltinData find(String source, String place) {
        String name = source.substring(PREFIX.length());
        return Arrays.stream(values())
                .filter(data -> data.title.equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        place,
                        "no data set " + source + " comes with dssl. " + Suggestions.didYouMean(name, names())
                                + "Known are " + String.join(", ", names())));
    }

    /** Name, origin and licence in a line. */
    static String attribution(String source) {
        return source + ": " + find(source, source).origin;
    }
}
