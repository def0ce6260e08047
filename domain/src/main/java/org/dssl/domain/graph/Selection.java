package org.dssl.domain.graph;

/** Hoare's quickselect (Algorithm 65, Commun. ACM 4, 1961). */
final class Selection {
    private Selection() {}

    /** The value that stands at {@code rank}, counted from 0, once the first {@code size} are sorted; reorders them. */
    static double smallest(double[] values, int size, int rank) {
        int low = 0;
        int high = size - 1;
        while (low < high) {
            double pivot = values[(low + high) >>> 1];
            int i = low;
            int j = high;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (values[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double value = values[i];
                    values[i++] = values[j];
                    values[j--] = value;
                }
            }
            if (rank <= j) {
                high = j;
            } else if (rank >= i) {
                low = i;
            } else {
                return values[rank];
            }
        }
        return values[rank];
    }
}
