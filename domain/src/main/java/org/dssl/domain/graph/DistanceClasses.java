package org.dssl.domain.graph;

import java.util.Arrays;

/**
 * Lengths that are equal but for noise. Sorted, a new class opens once a length exceeds the first of the class by the
 * tolerance; so no two lengths of a class differ by more (method.md section 7).
 *
 * @param of class per length, numbered by rising length
 * @param mean of the lengths of each class
 */
public record DistanceClasses(int[] of, double[] mean) {

    public static DistanceClasses of(double[] lengths, double tolerance) {
        double[] sorted = lengths.clone();
        Arrays.sort(sorted);
        double[] first = new double[sorted.length];
        double[] mean = new double[sorted.length];
        int classes = 0;
        int opened = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] > first[classes - 1] + tolerance) {
                first[classes++] = sorted[i];
                opened = i;
            }
            // The running mean of equal lengths is that length to the last digit.
            mean[classes - 1] += (sorted[i] - mean[classes - 1]) / (i - opened + 1);
        }
        int[] of = new int[lengths.length];
        for (int i = 0; i < lengths.length; i++) {
            int at = Arrays.binarySearch(first, 0, classes, lengths[i]);
            of[i] = at >= 0 ? at : -at - 2;
        }
        return new DistanceClasses(of, Arrays.copyOf(mean, classes));
    }

    public int classes() {
        return mean.length;
    }
}
