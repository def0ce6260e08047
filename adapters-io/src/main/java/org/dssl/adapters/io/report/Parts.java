package org.dssl.adapters.io.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.dssl.domain.train.Statistics;
import org.dssl.ports.run.Prediction;
import org.dssl.ports.run.RunFolder;

/** Finished parts of the fine-tuning: their errors, scores over them, and their predictions. */
final class Parts {
    /** Points in the chart of a variant; the page stays light. */
    private static final int POINTS = 12_000;

    private Parts() {}

    /**
     * @param mae by target
     * @param meanPredictor its error by target
     */
    record Part(
            String name,
            Map<String, Object> mae,
            Map<String, Object> meanPredictor,
            Object train,
            Object validation,
            Object test,
            Object epoch) {}

    /** @param parts how many finished ones the numbers are over */
    record Score(String target, double mean, double sigma, double populationSigma, double meanPredictor, int parts) {}

    record Variant(String name, List<Part> parts, List<Score> scores) {}

    /** Parallel lists. */
    record Points(
            String variant, String part, String target, List<String> ids, List<Double> truth, List<Double> predicted) {}

    static Variant variant(RunFolder run, String name, List<String> targets) {
        List<Part> parts = new ArrayList<>();
        for (String part : run.parts(name)) {
            run.metrics(name, part).ifPresent(metrics -> parts.add(part(part, metrics)));
        }
        List<Score> scores = new ArrayList<>();
        for (String target : targets) {
            double[] errors =
                    numbers(parts.stream().map(part -> part.mae().get(target)).toList());
            double[] mean = numbers(
                    parts.stream().map(part -> part.meanPredictor().get(target)).toList());
            if (errors.length > 0) {
                scores.add(new Score(
                        target,
                        Statistics.mean(errors),
                        errors.length > 1 ? Statistics.sampleDeviation(errors) : Double.NaN,
                        Statistics.populationDeviation(errors),
                        mean.length > 0 ? Statistics.mean(mean) : Double.NaN,
                        errors.length));
            }
        }
        return new Variant(name, parts, scores);
    }

    private static Part part(String name, Map<String, Object> metrics) {
        return new Part(
                name,
                byTarget(metrics.get("mae")),
                byTarget(metrics.get("mean-predictor-mae")),
                metrics.get("train"),
                metrics.get("validation"),
                metrics.get("test"),
                metrics.get("epoch"));
    }

    private static Map<String, Object> byTarget(Object values) {
        Map<String, Object> byTarget = new LinkedHashMap<>();
        if (values instanceof Map) {
            ((Map<?, ?>) values).forEach((target, value) -> byTarget.put(target.toString(), value));
        }
        return byTarget;
    }

    private static double[] numbers(List<Object> values) {
        return values.stream()
                .filter(Objects::nonNull)
                .flatMapToDouble(value -> DoubleStream.of(((Number) value).doubleValue()))
                .toArray();
    }

    /** Everything predicted in finished parts. */
    static List<Points> predictions(RunFolder run, List<Variant> variants) {
        List<Points> all = new ArrayList<>();
        for (Variant variant : variants) {
            for (Part part : variant.parts()) {
                Map<String, Points> byTarget = new LinkedHashMap<>();
                for (Prediction p : run.predictions(variant.name(), part.name())) {
                    Points points = byTarget.computeIfAbsent(
                            p.target(),
                            target -> new Points(
                                    variant.name(),
                                    part.name(),
                                    target,
                                    new ArrayList<>(),
                                    new ArrayList<>(),
                                    new ArrayList<>()));
                    points.ids().add(p.id());
                    points.truth().add(p.truth());
                    points.predicted().add(p.value());
                }
                all.addAll(byTarget.values());
            }
        }
        return all;
    }

    static int count(List<Points> points) {
        return points.stream().mapToInt(p -> p.ids().size()).sum();
    }

    /** Every n-th prediction, so that no variant has more points than a page can bear. */
    static List<Points> thinned(List<Points> all) {
        int most = all.stream()
                .map(Points::variant)
                .distinct()
                .mapToInt(variant -> count(
                        all.stream().filter(p -> p.variant().equals(variant)).toList()))
                .max()
                .orElse(0);
        int step = (most + POINTS - 1) / POINTS;
        return step <= 1 ? all : all.stream().map(p -> every(step, p)).toList();
    }

    private static Points every(int step, Points p) {
        return new Points(
                p.variant(),
                p.part(),
                p.target(),
                every(step, p.ids()),
                every(step, p.truth()),
                every(step, p.predicted()));
    }

    private static <E> List<E> every(int step, List<E> list) {
        List<E> kept = new ArrayList<>();
        for (int i = 0; i < list.size(); i += step) {
            kept.add(list.get(i));
        }
        return kept;
    }
}
