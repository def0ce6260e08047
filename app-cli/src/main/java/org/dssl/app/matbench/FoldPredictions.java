package org.dssl.app.matbench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.problem.Problem;
import org.dssl.ports.out.MatbenchFiles.Scores;
import org.dssl.ports.run.Prediction;

/** The predictions of a fold by Matbench's ids, in the task's unit, and the known values in their order. */
record FoldPredictions(int number, SortedMap<String, Double> predictions, List<Double> truths) {
    private static final int EXAMPLES = 3;
    /** Of smaller targets Matbench takes no relative error. */
    private static final double MAPE_THRESHOLD = 1e-5;

    /**
     * @param officialFolds the fold in which each crystal of the task is tested
     * @param place of the rows, for messages
     * @throws InvalidInputException if a row is not of the task, or tested in another fold, or no number
     */
    static FoldPredictions of(
            int number,
            List<Prediction> rows,
            MatbenchTask task,
            int[] officialFolds,
            DoubleUnaryOperator toTaskUnit,
            String place) {
        Map<String, List<String>> mistakes = new LinkedHashMap<>();
        SortedMap<String, Double> predictions = new TreeMap<>();
        SortedMap<String, Double> truths = new TreeMap<>();
        for (Prediction row : rows) {
            OptionalInt index = task.index(row.id());
            double value = toTaskUnit.applyAsDouble(row.value());
            if (index.isEmpty()) {
                add(mistakes, "not of " + task.name() + ", whose ids are as " + task.id(0), row.id());
            } else if (officialFolds[index.getAsInt()] != number) {
                add(
                        mistakes,
                        "tested by Matbench in another fold than " + number
                                + "; train with its own folds, protocol: matbench",
                        row.id() + " (fold " + officialFolds[index.getAsInt()] + ")");
            } else if (!Double.isFinite(value)) {
                add(mistakes, "predicted without a finite number", row.id() + " (" + value + ")");
            } else if (predictions.put(task.id(index.getAsInt()), value) != null) {
                add(mistakes, "predicted twice", row.id());
            } else {
                truths.put(task.id(index.getAsInt()), toTaskUnit.applyAsDouble(row.truth()));
            }
        }
        if (!mistakes.isEmpty()) {
            throw new InvalidInputException(mistakes.entrySet().stream()
                    .map(e -> new Problem(place, wording(e.getKey(), e.getValue())))
                    .toList());
        }
        return new FoldPredictions(number, predictions, List.copyOf(truths.values()));
    }

    private static void add(Map<String, List<String>> mistakes, String what, String id) {
        mistakes.computeIfAbsent(what, key -> new ArrayList<>()).add(id);
    }

    private static String wording(String what, List<String> ids) {
        return ids.size() + (ids.size() == 1 ? " crystal is " : " crystals are ") + what + ": "
                + String.join(", ", ids.subList(0, Math.min(EXAMPLES, ids.size())))
                + (ids.size() > EXAMPLES ? ", …" : "");
    }

    /** Over the crystals whose value is known. */
    Scores scores() {
        double[] predicted =
                predictions.values().stream().mapToDouble(Double::doubleValue).toArray();
        double absolute = 0;
        double squared = 0;
        double greatest = 0;
        double relative = 0;
        int known = 0;
        int nonZero = 0;
        for (int i = 0; i < predicted.length; i++) {
            double truth = truths.get(i);
            if (Double.isNaN(truth)) {
                continue;
            }
            double error = Math.abs(truth - predicted[i]);
            known++;
            absolute += error;
            squared += error * error;
            greatest = Math.max(greatest, error);
            if (Math.abs(truth) > MAPE_THRESHOLD) {
                nonZero++;
                relative += error / Math.abs(truth);
            }
        }
        return new Scores(absolute / known, Math.sqrt(squared / known), relative / nonZero, greatest);
    }

    /** Mean absolute deviation of the known values of all folds from their mean. */
    static double deviation(List<FoldPredictions> folds) {
        double[] known = folds.stream()
                .flatMap(fold -> fold.truths.stream())
                .mapToDouble(Double::doubleValue)
                .filter(truth -> !Double.isNaN(truth))
                .toArray();
        double mean = Arrays.stream(known).average().orElse(Double.NaN);
        return Arrays.stream(known)
                .map(truth -> Math.abs(truth - mean))
                .average()
                .orElse(Double.NaN);
    }
}
