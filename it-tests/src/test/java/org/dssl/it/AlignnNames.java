package org.dssl.it;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.dssl.domain.program.NamedArray;

/** Our parameters' names by the released ALIGNN code's; linear weights are stored turned there. */
final class AlignnNames {
    private final Map<String, String> byOurs = new LinkedHashMap<>();

    AlignnNames(int alignnLayers, int gatedLayers) {
        block("encoder/atoms", "atom_embedding");
        for (int i = 0; i < 2; i++) {
            block("encoder/lengths." + i, "edge_embedding." + (i + 1));
            block("encoder/cosines." + i, "angle_embedding." + (i + 1));
        }
        for (int k = 0; k < alignnLayers; k++) {
            gated("encoder/alignn-" + k + ".bonds", "alignn_layers." + k + ".node_update");
            gated("encoder/alignn-" + k + ".angles", "alignn_layers." + k + ".edge_update");
        }
        for (int k = 0; k < gatedLayers; k++) {
            gated("encoder/gated-" + k, "gcn_layers." + k);
        }
        linear("head/property", "fc");
    }

    private void block(String ours, String theirs) {
        linear(ours, theirs + ".layer.0");
        norm(ours + ".norm", theirs + ".layer.1");
    }

    private void gated(String ours, String theirs) {
        linear(ours + ".gate-from", theirs + ".src_gate");
        linear(ours + ".gate-into", theirs + ".dst_gate");
        linear(ours + ".gate-edge", theirs + ".edge_gate");
        linear(ours + ".message", theirs + ".dst_update");
        linear(ours + ".self", theirs + ".src_update");
        norm(ours + ".vertices", theirs + ".bn_nodes");
        norm(ours + ".edges", theirs + ".bn_edges");
    }

    private void linear(String ours, String theirs) {
        byOurs.put(ours + ".weight", theirs + ".weight");
        byOurs.put(ours + ".bias", theirs + ".bias");
    }

    private void norm(String ours, String theirs) {
        byOurs.put(ours + ".gain", theirs + ".weight");
        byOurs.put(ours + ".bias", theirs + ".bias");
        byOurs.put(ours + ".mean", theirs + ".running_mean");
        byOurs.put(ours + ".variance", theirs + ".running_var");
    }

    /** Arrays under our names, in our layout, for the names that the file holds behind {@code group}. */
    Map<String, ReferenceArrays.Array> read(ReferenceArrays file, String group, Predicate<String> wanted) {
        Map<String, ReferenceArrays.Array> arrays = new LinkedHashMap<>();
        byOurs.forEach((ours, theirs) -> {
            if (wanted.test(ours) && file.has(group + theirs)) {
                ReferenceArrays.Array array = file.get(group + theirs);
                arrays.put(ours, array.shape().length == 2 ? array.transposed() : array);
            }
        });
        return arrays;
    }

    Map<String, NamedArray> weights(ReferenceArrays file) {
        Map<String, NamedArray> weights = new LinkedHashMap<>();
        read(file, "weights/", name -> true).forEach((name, array) -> {
            boolean trained = !name.endsWith(".mean") && !name.endsWith(".variance");
            int[] shape = array.shape().length == 1 ? new int[] {1, array.shape()[0]} : array.shape();
            weights.put(name, new NamedArray(name, trained, shape, array.values()));
        });
        return weights;
    }
}
