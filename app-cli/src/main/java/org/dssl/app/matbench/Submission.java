package org.dssl.app.matbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.dssl.app.config.RunConfig;
import org.dssl.app.config.RunConfig.TargetConfig;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.problem.Suggestions;
import org.dssl.domain.train.MatbenchFolds;
import org.dssl.ports.out.MatbenchFiles;
import org.dssl.ports.out.MatbenchFiles.Fold;
import org.dssl.ports.out.MatbenchFiles.Results;
import org.dssl.ports.run.Prediction;
import org.dssl.ports.run.RunFolder;

/** Turns the predictions of a run, fold by fold, into what Matbench takes. */
public final class Submission {
    private final MatbenchSettings settings;
    private final RunConfig config;
    private final RunFolder folder;

    /** @param config of the run, with fine-tuning */
    public Submission(MatbenchSettings settings, RunConfig config, RunFolder folder) {
        this.settings = settings;
        this.config = config;
        this.folder = folder;
    }

    public Submitted write(MatbenchFiles files) {
        String variant = oneOf("--variant", settings.variant(), folder.variants());
        TargetConfig target = target();
        SortedMap<Integer, List<Prediction>> rows = rows(variant, target.column());
        MatbenchTask task = settings.task().map(MatbenchTask::named).orElseGet(() -> taskOf(rows));
        int[] official = MatbenchFolds.of(task.samples());
        DoubleUnaryOperator toTaskUnit =
                !task.isLogarithm() && target.transform().equals("log10")
                        ? value -> Math.pow(10, value)
                        : DoubleUnaryOperator.identity();
        List<FoldPredictions> folds = rows.entrySet().stream()
                .map(e -> FoldPredictions.of(
                        e.getKey(), e.getValue(), task, official, toTaskUnit, place(variant, e.getKey())))
                .toList();
        List<Submitted.Fold> counts = counts(folds, official);
        requireTargets(task, target, folds, counts);
        RunFacts facts = new RunFacts(settings, config, provenance(), variant, target);
        Results results = new Results(
                task.name(),
                facts.started(),
                folds.stream().map(fold -> fold(fold, facts)).toList(),
                missing(counts),
                facts.metadata());
        double mae = results.folds().stream()
                .mapToDouble(fold -> fold.scores().mae())
                .average()
                .orElse(Double.NaN);
        return new Submitted(
                files.write(settings.output(), results, facts.info()), task, variant, counts, mae, notes(task, rows));
    }

    /** What a person must choose if there are several, named by an option. */
    private String oneOf(String option, Optional<String> wanted, List<String> known) {
        if (known.isEmpty()) {
            throw new InvalidInputException(settings.run().toString(), "has no finished fine-tuning");
        }
        String name = wanted.orElse(known.get(0));
        if (!known.contains(name)) {
            throw new InvalidInputException(
                    option,
                    "the run has no " + name + ". " + Suggestions.didYouMean(name, known) + "It has "
                            + String.join(", ", known));
        }
        return name;
    }

    private TargetConfig target() {
        List<TargetConfig> targets = config.finetune().orElseThrow().targets();
        List<String> columns = targets.stream().map(TargetConfig::column).toList();
        if (settings.target().isEmpty() && columns.size() > 1) {
            throw new InvalidInputException(
                    "--target", "the run predicts " + String.join(", ", columns) + ". Name the one of the task");
        }
        return targets.get(columns.indexOf(oneOf("--target", settings.target(), columns)));
    }

    private SortedMap<Integer, List<Prediction>> rows(String variant, String column) {
        SortedMap<Integer, List<Prediction>> rows = new TreeMap<>();
        for (String part : folder.parts(variant)) {
            if (!part.matches("fold-[0-" + (MatbenchTask.FOLDS - 1) + "]")) {
                throw new InvalidInputException(
                        settings.run().toString(),
                        "tests on " + part + ". Matbench has the folds 0 to " + (MatbenchTask.FOLDS - 1)
                                + ", which protocol: matbench takes");
            }
            int number = Integer.parseInt(part.substring("fold-".length()));
            rows.put(
                    number,
                    folder.predictions(variant, part).stream()
                            .filter(row -> row.target().equals(column))
                            .toList());
        }
        if (rows.values().stream().allMatch(List::isEmpty)) {
            throw new InvalidInputException(settings.run().toString(), "has no predictions of " + variant);
        }
        return rows;
    }

    private MatbenchTask taskOf(SortedMap<Integer, List<Prediction>> rows) {
        Prediction first =
                rows.values().stream().flatMap(List::stream).findFirst().orElseThrow();
        return MatbenchTask.ofId(first.id(), settings.run().toString());
    }

    private String place(String variant, int fold) {
        return settings.run()
                .resolve("finetune/" + variant + "/fold-" + fold + "/predictions.csv")
                .toString();
    }

    private static List<Submitted.Fold> counts(List<FoldPredictions> folds, int[] official) {
        int[] sizes = new int[MatbenchTask.FOLDS];
        for (int fold : official) {
            sizes[fold]++;
        }
        int[] predicted = new int[MatbenchTask.FOLDS];
        folds.forEach(fold -> predicted[fold.number()] = fold.predictions().size());
        List<Submitted.Fold> counts = new ArrayList<>();
        for (int f = 0; f < sizes.length; f++) {
            counts.add(new Submitted.Fold(f, predicted[f], sizes[f]));
        }
        return counts;
    }

    private static SortedMap<Integer, Integer> missing(List<Submitted.Fold> counts) {
        SortedMap<Integer, Integer> missing = new TreeMap<>();
        counts.stream()
                .filter(fold -> fold.predictions() < fold.of())
                .forEach(fold -> missing.put(fold.number(), fold.of() - fold.predictions()));
        return missing;
    }

    /** A wrong column, unit or logarithm changes how far the values spread: of all of them, and roughly of some. */
    private void requireTargets(
            MatbenchTask task, TargetConfig target, List<FoldPredictions> folds, List<Submitted.Fold> counts) {
        double found = FoldPredictions.deviation(folds);
        boolean whole = missing(counts).isEmpty();
        double ratio = found / task.deviation();
        if (!(whole ? Math.abs(ratio - 1) < 0.002 : ratio > 0.5 && ratio < 2)) {
            throw new InvalidInputException(
                    settings.run().toString(),
                    String.format(
                            "the values of %s have the mean absolute deviation %.4g, those of %s %.4g%s."
                                    + " Another column, unit or transform? --task and --target choose others",
                            target.column(),
                            found,
                            task.name(),
                            task.deviation(),
                            task.unit().isEmpty() ? "" : " " + task.unit()));
        }
    }

    private static Fold fold(FoldPredictions fold, RunFacts facts) {
        return new Fold(fold.number(), fold.predictions(), fold.scores(), facts.parameters(fold.number()));
    }

    private Map<String, Object> provenance() {
        return folder.provenance()
                .orElseThrow(() -> new InvalidInputException(settings.run().toString(), "has no provenance.json"));
    }

    private static List<String> notes(MatbenchTask task, SortedMap<Integer, List<Prediction>> rows) {
        String first = rows.values().stream()
                .flatMap(List::stream)
                .findFirst()
                .orElseThrow()
                .id();
        String own = task.id(task.index(first).orElseThrow());
        String why = first.startsWith("mb-")
                ? "both elastic tasks number the same crystals alike"
                : "Matbench's own files count from 0, its ids from 1";
        return own.equals(first) ? List.of() : List.of(first + " is handed in as " + own + ": " + why);
    }
}
