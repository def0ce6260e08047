package org.dssl.app.pretrain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dssl.domain.augment.View;

/**
 * First colours for the quotient of a view: atoms that differ in what the network sees (element, mask) or in any label
 * must not fall into one class.
 */
final class ViewColours {
    private ViewColours() {}

    private record Key(int colour, long label) {}

    static int[] of(View view, List<LabelSet> labels) {
        int[] colours = view.crystal().atomicNumbers();
        for (int i = 0; i < colours.length; i++) {
            if (view.masked()[i]) {
                colours[i] = 0;
            }
        }
        for (LabelSet set : labels) {
            for (LabelSet.Label label : set.labels().values()) {
                if (label.rows() == LabelSet.Rows.ATOM) {
                    split(colours, label.values());
                }
            }
        }
        return colours;
    }

    /** New colours: one for each pair of an old colour and a label. */
    private static void split(int[] colours, double[] label) {
        Map<Key, Integer> named = new HashMap<>();
        for (int i = 0; i < colours.length; i++) {
            Key key = new Key(colours[i], Double.doubleToLongBits(label[i]));
            Integer known = named.putIfAbsent(key, named.size());
            colours[i] = known == null ? named.size() - 1 : known;
        }
    }
}
