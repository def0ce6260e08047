package org.dssl.it;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.dssl.domain.program.NamedArray;

/** Our parameters' names by a released code's, and which of them are stored turned. */
final class ReferenceNames {
    private final Map<String, String> byOurs = new LinkedHashMap<>();

    /** None yet: {@link #linear} and {@link #norm} add them. */
    ReferenceNames() {}

    /**
     * Those of DeeperGATGNN.
     *
     * @param prefix before the encoder's names: {@code deeper_gat.} in the fine-tuning file, nothing in the other
     */
    ReferenceNames(String prefix, int layers) {
        linear("encoder/atoms", prefix + "pre_lin_list_N.0");
        linear("encoder/lengths", prefix + "pre_lin_list_E.0");
        for (int k = 0; k < layers; k++) {
            String attention = "encoder/layer-" + k + ".attention";
            String conv = prefix + "conv_list." + k;
            byOurs.put(attention + ".weight", conv + ".W");
            byOurs.put(attention + ".vectors", conv + ".att");
            byOurs.put(attention + ".bias", conv + ".bias");
            norm(attention + ".logits", conv + ".bn1");
            byOurs.put("encoder/layer-" + k + ".groups.weight", prefix + "bn_list." + k + ".lin.weight");
            norm("encoder/layer-" + k + ".groups.norm", prefix + "bn_list." + k + ".norm");
        }
        for (int i = 0; i < 3; i++) {
            linear("encoder/global." + i, prefix + "global_att_LAYER.global_mlp." + i);
        }
    }

    ReferenceNames linear(String ours, String theirs) {
        byOurs.put(ours + ".weight", theirs + ".weight");
        byOurs.put(ours + ".bias", theirs + ".bias");
        return this;
    }

    ReferenceNames norm(String ours, String theirs) {
        byOurs.put(ours + ".gain", theirs + ".weight");
        byOurs.put(ours + ".bias", theirs + ".bias");
        byOurs.put(ours + ".mean", theirs + ".running_mean");
        byOurs.put(ours + ".variance", theirs + ".running_var");
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
        read(file, "weights/", name -> true).forEach((name, array) -> {
            boolean trained = !name.endsWith(".mean") && !name.endsWith(".variance");
            weights.put(name, new NamedArray(name, trained, shape.apply(array), array.values()));
        });
        return weights;
    }
}
