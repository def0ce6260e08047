package org.dssl.domain.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.dssl.domain.program.NamedArray;

/** Layers on one vector at a time, by loops, with a session's weights: to check encoders against their equations. */
record PlainLayers(Map<String, NamedArray> weights, DoubleUnaryOperator activation) {

    double[] array(String name) {
        return weights.get(name).values();
    }

    double[] linear(String name, double[] x) {
        return affine(x, array(name + ".weight"), array(name + ".bias"));
    }

    private static double[] affine(double[] x, double[] weight, double[] bias) {
        double[] y = bias.clone();
        for (int o = 0; o < y.length; o++) {
            for (int i = 0; i < x.length; i++) {
                y[o] += x[i] * weight[i * y.length + o];
            }
        }
        return y;
    }

    double[] activated(double[] x) {
        return Arrays.stream(x).map(activation).toArray();
    }

    /** Layers {@code names}, each activated. */
    double[] mlp(double[] x, String... names) {
        double[] y = x;
        for (String name : names) {
            y = activated(linear(name, y));
        }
        return y;
    }

    /** Batch normalisation in evaluation mode. */
    double[] normalised(String name, double[] x) {
        double[] y = new double[x.length];
        for (int c = 0; c < x.length; c++) {
            double standard = (x[c] - array(name + ".mean")[c]) / Math.sqrt(array(name + ".variance")[c] + 1e-5);
            y[c] = standard * array(name + ".gain")[c] + array(name + ".bias")[c];
        }
        return y;
    }

    /** Three rounds of Set2Set over all rows. */
    double[] set2set(String name, List<double[]> rows) {
        int d = rows.get(0).length;
        double[] cell = new double[d];
        double[] read = new double[2 * d];
        for (int t = 0; t < 3; t++) {
            double[] gates = linear(name, read);
            double[] query = new double[d];
            for (int c = 0; c < d; c++) {
                cell[c] = sigmoid(gates[d + c]) * cell[c] + sigmoid(gates[c]) * Math.tanh(gates[2 * d + c]);
                query[c] = sigmoid(gates[3 * d + c]) * Math.tanh(cell[c]);
            }
            double[] energy =
                    rows.stream().mapToDouble(m -> Math.exp(dot(m, query))).toArray();
            double all = Arrays.stream(energy).sum();
            double[] answer = new double[d];
            for (int i = 0; i < energy.length; i++) {
                for (int c = 0; c < d; c++) {
                    answer[c] += energy[i] / all * rows.get(i)[c];
                }
            }
            read = joined(query, answer);
        }
        return read;
    }

    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int c = 0; c < a.length; c++) {
            sum += a[c] * b[c];
        }
        return sum;
    }

    static double[] joined(double[]... parts) {
        return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
    }

    static double[] sum(List<double[]> rows) {
        double[] sum = new double[rows.get(0).length];
        rows.forEach(row -> Arrays.setAll(sum, c -> sum[c] + row[c]));
        return sum;
    }

    static double[] mean(List<double[]> rows) {
        return Arrays.stream(sum(rows)).map(x -> x / rows.size()).toArray();
    }

    static double[] plus(double[] a, double[] b) {
        return sum(List.of(a, b));
    }

    static List<double[]> plus(List<double[]> a, List<double[]> b) {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            rows.add(plus(a.get(i), b.get(i)));
        }
        return rows;
    }
}
