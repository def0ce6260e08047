package org.dssl.app.pretrain;

import java.util.Arrays;
import java.util.List;
import org.dssl.domain.augment.View;

/**
 * First colours for the quotient of a view: atoms that differ in what the network sees (element, mask) or in any label
 * must not fall into one class.
 */
final class ViewColours {
    private ViewColours() {}

    static int[] of(View view, List<LabelSet> labels) {
        int atoms = view.crystal().atoms();
        long[] keys = new long[atoms];
        for (int i = 0; i < atoms; i++) {
            keys[i] = view.masked()[i] ? 0 : view.crystal().atomicNumber(i);
        }
        for (LabelSet set : labels) {
            for (LabelSet.Label label : set.labels().values()) {
                if (label.values().length == atoms) {
                    for (int i = 0; i < atoms; i++) {
                        keys[i] = mix(keys[i] * 31 + Double.doubleToLongBits(label.values()[i]));
                    }
                }
            }
        }
        return dense(keys);
    }

    private static int[] dense(long[] keys) {
        long[] distinct = keys.clone();
        Arrays.sort(distinct);
        int[] colours = new int[keys.length];
        Arrays.setAll(colours, i -> Arrays.binarySearch(distinct, keys[i]));
        // Equal keys must share a colour: binary search may land anywhere in a run.
        for (int i = 0; i < colours.length; i++) {
            while (colours[i] > 0 && distinct[colours[i] - 1] == keys[i]) {
                colours[i]--;
            }
        }
        return colours;
    }

    private static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        return x ^ (x >>> 27);
    }
}
