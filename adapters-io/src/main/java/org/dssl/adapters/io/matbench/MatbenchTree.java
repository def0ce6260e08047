package org.dssl.adapters.io.matbench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dssl.ports.out.MatbenchFiles.Fold;
import org.dssl.ports.out.MatbenchFiles.Results;
import org.dssl.ports.out.MatbenchFiles.Scores;

/** Results as the dictionary that Matbench 0.6 makes of a {@code MatbenchBenchmark} with one task. */
final class MatbenchTree {
    /** Of the Python package whose format this is. */
    private static final String VERSION = "0.6";

    private static final String BENCHMARK = "matbench_v0.1";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy.MM.dd HH:mm.ss").withZone(ZoneOffset.UTC);

    private MatbenchTree() {}

    /** With its hash, and a key {@code partial} that Matbench does not know, lest it takes for whole what is not. */
    static Map<String, Object> of(Results results) {
        Map<String, Object> tree = new HashMap<>();
        tree.put("@module", "matbench.bench");
        tree.put("@class", "MatbenchBenchmark");
        tree.put("version", VERSION);
        tree.put("benchmark_name", BENCHMARK);
        tree.put("datestamp", DATE.format(results.recorded()));
        tree.put("user_metadata", results.metadata());
        tree.put("tasks", Map.of(results.task(), task(results)));
        tree.put("hash", sha256(PythonJson.text(tree)));
        if (results.partial()) {
            tree.put("partial", partial(results));
        }
        return tree;
    }

    private static Map<String, Object> task(Results results) {
        return Map.of(
                "@module",
                "matbench.task",
                "@class",
                "MatbenchTask",
                "benchmark_name",
                BENCHMARK,
                "dataset_name",
                results.task(),
                "results",
                results.folds().stream().collect(Collectors.toMap(f -> key(f.number()), MatbenchTree::fold)));
    }

    private static Map<String, Object> fold(Fold fold) {
        Scores scores = fold.scores();
        return Map.of(
                "data",
                fold.predictions(),
                "parameters",
                fold.parameters(),
                "scores",
                Map.of(
                        "mae", scores.mae(),
                        "rmse", scores.rmse(),
                        "mape", scores.mape(),
                        "max_error", scores.maxError()));
    }

    private static Map<String, Object> partial(Results results) {
        List<Integer> recorded = results.folds().stream().map(Fold::number).toList();
        return Map.of(
                "missing_folds",
                results.missing().keySet().stream()
                        .filter(number -> !recorded.contains(number))
                        .map(MatbenchTree::key)
                        .toList(),
                "missing_predictions",
                results.missing().entrySet().stream()
                        .collect(Collectors.toMap(e -> key(e.getKey()), Map.Entry::getValue)));
    }

    private static String key(int fold) {
        return "fold_" + fold;
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
