package org.dssl.domain.graph;

final class DoubleArrays {
    private DoubleArrays() {}

    static double[] prepend(double first, double[] rest) {
        double[] all = new double[rest.length + 1];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }
}
