package org.dssl.app.weights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.problem.Problem;
import org.dssl.domain.problem.Suggestions;
import org.dssl.domain.program.ModelState;
import org.dssl.domain.program.NamedArray;
import org.dssl.ports.out.WeightFiles.Array;

/** Carries arrays over along a {@link NameTable}; nothing is left out without a word. */
public final class StateTransfer {
    private StateTransfer() {}

    /**
     * The reference's arrays under our names, in our layout.
     *
     * @param place for messages
     * @throws InvalidInputException with every array that is missing, unknown or of a wrong shape
     */
    public static ModelState toOurs(String place, NameTable names, Map<String, Array> theirs) {
        requireTable(place, names, theirs);
        Map<String, NamedArray> weights = new LinkedHashMap<>();
        for (NameTable.Entry entry : names.entries()) {
            Array array = theirs.get(entry.theirs());
            double[] values = entry.turned()
                    ? turned(array.values(), entry.shape()[0], entry.shape()[1])
                    : array.values().clone();
            boolean statistic = entry.ours().endsWith(".mean") || entry.ours().endsWith(".variance");
            weights.put(entry.ours(), new NamedArray(entry.ours(), !statistic, entry.ourShape(), values));
        }
        return ModelState.ofWeights(weights);
    }

    /** Our arrays under the reference's names, in its layout, and what it has beside. */
    public static Map<String, Array> toTheirs(NameTable names, ModelState state) {
        Map<String, Array> arrays = new LinkedHashMap<>();
        for (NameTable.Entry entry : names.entries()) {
            double[] values = state.weights().get(entry.ours()).values();
            double[] laidOut = entry.turned() ? turned(values, entry.shape()[1], entry.shape()[0]) : values;
            arrays.put(entry.theirs(), new Array(entry.shape(), laidOut));
        }
        for (NameTable.Unused unused : names.unused()) {
            double[] values = new double[Arrays.stream(unused.shape()).reduce(1, (a, b) -> a * b)];
            Arrays.fill(values, unused.fill());
            arrays.put(unused.theirs(), new Array(unused.shape(), values));
        }
        names.fixed()
                .forEach(constant -> arrays.put(
                        constant.theirs(), new Array(new int[] {constant.values().length}, constant.values())));
        return arrays;
    }

    private static void requireTable(String place, NameTable names, Map<String, Array> theirs) {
        List<Problem> problems = new ArrayList<>();
        TreeSet<String> unknown = new TreeSet<>(theirs.keySet());
        names.unused().forEach(unused -> unknown.remove(unused.theirs()));
        for (NameTable.Entry entry : names.entries()) {
            unknown.remove(entry.theirs());
            Array array = theirs.get(entry.theirs());
            String expected = Shapes.inWords(entry.shape());
            if (array == null) {
                problems.add(new Problem(place, "lacks " + entry.theirs() + " " + expected));
            } else if (!Arrays.equals(array.shape(), entry.shape())) {
                problems.add(new Problem(
                        place, entry.theirs() + " is " + Shapes.inWords(array.shape()) + "; expected " + expected));
            }
        }
        for (NameTable.Fixed constant : names.fixed()) {
            unknown.remove(constant.theirs());
            Array array = theirs.get(constant.theirs());
            if (array != null && !agree(array.values(), constant.values())) {
                problems.add(new Problem(
                        place,
                        constant.theirs() + " is not the " + constant.values().length + " values from "
                                + constant.values()[0] + " to " + constant.values()[constant.values().length - 1]
                                + " that dssl has there"));
            }
        }
        List<String> known =
                names.entries().stream().map(NameTable.Entry::theirs).toList();
        for (String name : unknown) {
            problems.add(new Problem(
                    place,
                    (name + " " + Shapes.inWords(theirs.get(name).shape()) + " has no place in this network. "
                                    + Suggestions.didYouMean(name, known))
                            .strip()));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }

    private static boolean agree(double[] a, double[] b) {
        boolean agree = a.length == b.length;
        for (int i = 0; agree && i < a.length; i++) {
            agree = Math.abs(a[i] - b[i]) < 1e-5;
        }
        return agree;
    }

    /** (rows, columns) to (columns, rows). */
    private static double[] turned(double[] values, int rows, int columns) {
        double[] turned = new double[values.length];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                turned[c * rows + r] = values[r * columns + c];
            }
        }
        return turned;
    }
}
