package org.dssl.domain.graph;

import java.util.Arrays;

/**
 * Equal lengths of one crystal: sorted, a new class opens once a length exceeds the first of its class by the tolerance;
 * a class takes its weighted mean.
 *
 * @param classOf class of each length
 * @param mean ascending, by class
 */
record LengthClasses(int[] classOf, double[] mean) {

    static LengthClasses of(double[] lengths, double[] weights, double tolerance) {
        double[] sorted = lengths.clone();
        Arrays.sort(sorted);
        double[] first = new double[sorted.length];
        int classes = 0;
        for (double length : sorted) {
            if (classes == 0 || length - first[classes - 1] > tolerance) {
                first[classes++] = length;
            }
        }
        int[] classOf = new int[lengths.length];
        double[] sum = new double[classes];
        double[] weight = new double[classes];
        for (int i = 0; i < lengths.length; i++) {
            int at = Arrays.binarySearch(first, 0, classes, lengths[i]);
            classOf[i] = at >= 0 ? at : -at - 2;
            // Summed as the difference from the first member, so that equal lengths keep their very value.
            sum[classOf[i]] += weights[i] * (lengths[i] - first[classOf[i]]);
            weight[classOf[i]] += weights[i];
        }
        double[] mean = new double[classes];
        for (int c = 0; c < classes; c++) {
            mean[c] = first[c] + sum[c] / weight[c];
        }
        return new LengthClasses(classOf, mean);
    }
}
