package org.dssl.adapters.io.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.dssl.adapters.io.structure.Decompression;
import org.dssl.adapters.io.structure.json.JsonlReader;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.problem.Suggestions;
import org.dssl.domain.prototype.PrototypeCrystals;
import org.dssl.domain.random.RandomStream;
import org.dssl.ports.out.DatasetSource.Request;
import org.dssl.ports.out.StructureSink;

/** The data sets that come with dssl; {@code DATA-LICENSES.md} says how the embedded ones were selected. */
enum BuiltinData {
    ELASTIC_BINARIES(
            "elastic-binaries",
            "bulk and shear moduli of 800 binary crystals, Materials Project (CC BY 4.0) by way of matcalc (BSD-3-Clause)"),
    UNLABELLED_SMALL(
            "unlabelled-small", "2,000 crystals of at most 20 atoms without labels, Materials Project (CC BY 4.0)"),
    PROTOTYPES(
            "prototypes",
            "made up by dssl: structure types decorated with ions under charge balance; no measured data");

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
        String query = request.source().substring(PREFIX.length() + data.title.length());
        if (data == PROTOTYPES) {
            generate(PrototypeQuery.parse(query, request.place()), request.source(), sink);
            return;
        }
        if (!query.isEmpty()) {
            throw new InvalidInputException(
                    request.place(), PREFIX + data.title + " takes no options, found \"" + query + "\"");
        }
        try (InputStream content = BuiltinData.class.getResourceAsStream(data.title + ".jsonl.gz")) {
            new JsonlReader().read(Decompression.of(content), PREFIX + data.title, sink);
        }
    }

    private static void generate(PrototypeQuery query, String source, StructureSink sink) {
        PrototypeCrystals.stream(RandomStream.of(query.seed()).split("prototypes"), query.count())
                .forEachOrdered(crystal -> sink.crystal(crystal, source));
    }

    private static BuiltinData find(String source, String place) {
        String name = source.substring(PREFIX.length()).split("\\?", 2)[0];
        return Arrays.stream(values())
                .filter(data -> data.title.equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        place,
                        "no data set " + PREFIX + name + " comes with dssl. " + Suggestions.didYouMean(name, names())
                                + "Known are " + String.join(", ", names())));
    }

    /** Name, origin and licence in a line. */
    static String attribution(String source) {
        BuiltinData data = find(source, source);
        return PREFIX + data.title + ": " + data.origin;
    }
}
