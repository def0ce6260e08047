package org.dssl.it;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.dssl.app.weights.Shapes;
import org.dssl.app.weights.StateFormat;
import org.dssl.domain.program.NamedArray;

/** Our parameters' names by a released code's, and which of them are stored turned. */
final class ReferenceNames {
    private static final String WEIGHTS = "weights/";

    private final Map<String, String> byOurs = new LinkedHashMap<>();

    /** Those that the product knows for the state dictionary in the file, under {@code weights/}. */
    ReferenceNames(StateFormat format, ReferenceArrays file) {
        Map<String, int[]> shapes = new LinkedHashMap<>();
        file.names(WEIGHTS)
                .forEach(name -> shapes.put(
                        name.substring(WEIGHTS.length()), file.get(name).shape()));
        format.ofReference(new Shapes("reference", shapes))
                .names()
                .entries()
                .forEach(entry -> byOurs.put(entry.ours(), entry.theirs()));
    }

    ReferenceNames linear(String ours, String theirs) {
        byOurs.put(ours + ".weight", theirs + ".weight");
        byOurs.put(ours + ".bias", theirs + ".bias");
        return this;
    }

    /** Arrays under our names, in our layout, for the names that the file holds behind {@code group}. */
    Map<String, ReferenceArrays.Array> read(ReferenceArrays file, String group, Predicate<String> wanted) {
        Map<String, ReferenceArrays.Array> arrays = new LinkedHashMap<>();
        byOurs.forEach((ours, theirs) -> {
            if (wanted.test(ours) && file.has(group + theirs)) {
                ReferenceArrays.Array array = file.get(group + theirs);
                boolean turned = theirs.endsWith(".weight") && array.shape().length == 2;
                arrays.put(ours, turned ? array.transposed() : array);
            }
        });
        return arrays;
    }

    Map<String, NamedArray> weights(ReferenceArrays file) {
        Function<ReferenceArrays.Array, int[]> shape = a -> switch (a.shape().length) {
            case 1 -> new int[] {1, a.shape()[0]};
            case 3 -> new int[] {a.shape()[1], a.shape()[2]};
            default -> a.shape();
        };
        Map<String, NamedArray> weights = new LinkedHashMap<>();
        read(file, WEIGHTS, name -> true).forEach((name, array) -> {
            boolean trained = !name.endsWith(".mean") && !name.endsWith(".variance");
            weights.put(name, new NamedArray(name, trained, shape.apply(array), array.values()));
        });
        return weights;
    }
}
