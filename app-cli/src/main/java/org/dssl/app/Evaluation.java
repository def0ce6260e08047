package org.dssl.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dssl.app.config.RunConfig.DataConfig;
import org.dssl.app.config.RunConfig.TargetConfig;
import org.dssl.app.data.ReadCrystal;
import org.dssl.app.finetune.TargetReader;
import org.dssl.app.summary.Summaries;
import org.dssl.domain.train.Statistics;
import org.dssl.ports.out.ProgressListener;
import org.dssl.ports.out.StructureProblem;
import org.dssl.ports.out.TextFormats;
import org.dssl.ports.run.CrystalName;
import org.dssl.ports.run.RunSummary;

/**
 * Tests a run's models on other labelled crystals.
 *
 * @param learned the run's own; that some of these are tested is said, since their errors are too low
 */
record Evaluation(Services services, TextFormats formats, Predictor predictor, Set<CrystalName> learned) {

    RunSummary run(Path run, DataConfig data, Optional<Path> predictions, ProgressListener listener) {
        long started = services.clock().millis();
        List<ReadCrystal> read = new ArrayList<>();
        List<StructureProblem> problems = new ArrayList<>();
        services.datasets()
                .load(data.request(), (crystal, place) -> read.add(new ReadCrystal(crystal, place)), problems::add);
        TargetReader.Result targets = TargetReader.read(read, predictor.targets(), data.place());
        problems.addAll(targets.problems());
        Predictor.Result result = predictor.predict(
                targets.kept().stream().map(ReadCrystal::crystal).toList());
        problems.addAll(result.problems());
        problems.forEach(p -> listener.warning(p.place() + "  " + p.reason() + ". Skipped"));
        tellLearned(run, result, listener);
        double[][] truth = truth(targets, result);
        predictions.ifPresent(file -> write(file, result, truth));
        List<RunSummary.TargetScore> scores = new ArrayList<>();
        for (int t = 0; t < predictor.targets().size(); t++) {
            scores.add(score(t, result, truth));
        }
        return new RunSummary(
                run.getFileName() + " on " + data.source(),
                predictor.targets().stream().map(Summaries::name).toList(),
                List.of(new RunSummary.Variant(
                        "mean of " + predictor.models() + (predictor.models() == 1 ? " model" : " models"), scores)),
                List.of(),
                new RunSummary.Counts(read.size() + problems.size(), problems.size(), List.of()),
                (services.clock().millis() - started) / 1000.0);
    }

    private void tellLearned(Path run, Predictor.Result result, ProgressListener listener) {
        long known = result.rows().stream()
                .map(row -> CrystalName.of(row.crystal()))
                .filter(learned::contains)
                .count();
        if (known > 0) {
            listener.warning(known + " of " + result.rows().size() + " crystals have id and formula of crystals that "
                    + run + " learned from: their errors are too low; those of its own test parts are not");
        }
    }

    /** Targets of the crystals that were predicted; those that became no graph are missing from both. */
    private static double[][] truth(TargetReader.Result targets, Predictor.Result result) {
        double[][] truth = new double[result.rows().size()][];
        int row = 0;
        for (int i = 0; i < targets.kept().size() && row < truth.length; i++) {
            if (targets.kept().get(i).crystal() == result.rows().get(row).crystal()) {
                truth[row++] = targets.targets().get(i);
            }
        }
        return truth;
    }

    private RunSummary.TargetScore score(int target, Predictor.Result result, double[][] truth) {
        double[] known = Arrays.stream(truth).mapToDouble(row -> row[target]).toArray();
        double[] values =
                result.rows().stream().mapToDouble(row -> row.mean()[target]).toArray();
        double[] mean = new double[known.length];
        Arrays.fill(
                mean,
                Statistics.mean(
                        Arrays.stream(known).filter(v -> !Double.isNaN(v)).toArray()));
        double error = Statistics.meanAbsoluteError(known, values);
        return new RunSummary.TargetScore(
                predictor.targets().get(target).column(),
                List.of(error),
                error,
                Double.NaN,
                0,
                List.of(Statistics.meanAbsoluteError(known, mean)));
    }

    private void write(Path file, Predictor.Result result, double[][] truth) {
        PredictionTable table = PredictionTable.of(predictor);
        List<String> header = new ArrayList<>(table.header());
        List<TargetConfig> targets = predictor.targets();
        targets.forEach(t -> header.add("true_" + t.column()));
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < truth.length; i++) {
            List<String> row = new ArrayList<>(table.row(result.rows().get(i)));
            for (double value : truth[i]) {
                row.add(Double.isNaN(value) ? "" : Double.toString(value));
            }
            rows.add(row);
        }
        formats.writeCsv(file, header, rows);
    }
}
