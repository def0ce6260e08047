package org.dssl.app.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.dssl.app.config.RunConfig;
import org.dssl.app.config.RunConfig.FinetuneConfig;
import org.dssl.app.config.RunConfig.SearchConfig;
import org.dssl.app.config.RunConfigReader;
import org.dssl.app.study.SearchResult.Scored;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.random.RandomStream;
import org.dssl.ports.out.TextFormats;
import org.dssl.ports.run.RunSummary;
import org.dssl.ports.run.RunSummary.TargetScore;
import org.dssl.ports.run.SearchSummary;
import org.dssl.ports.run.StudyWriter;

/**
 * Looks for good settings. Every trial is scored on the validation parts of the protocol; test parts are not touched.
 * Source of the rounds: successive halving, Jamieson and Talwalkar, AISTATS 2016.
 */
public final class Search {
    private final RunConfigReader reader;
    private final TextFormats formats;
    private final StudyWriter studies;
    private final Path yaml;
    private final List<String> overrides;
    private final Path folder;
    private final RunConfig config;
    private final SearchConfig search;
    private final int epochs;

    /** @throws InvalidInputException if the file has no search, or nothing to score */
    public Search(
            RunConfigReader reader,
            TextFormats formats,
            StudyWriter studies,
            Path yaml,
            List<String> overrides,
            Path folder) {
        this.reader = reader;
        this.formats = formats;
        this.studies = studies;
        this.yaml = yaml;
        this.overrides = overrides;
        this.folder = folder;
        this.config = reader.read(yaml, with(overrides, List.of("finetune.score=validation")));
        this.search = config.search()
                .orElseThrow(() -> new InvalidInputException(
                        yaml.toString(), "has no section search. Add one; dssl explain search tells its keys."));
        this.epochs = config.finetune()
                .map(FinetuneConfig::epochs)
                .orElseThrow(() -> new InvalidInputException(yaml.toString(), "a search needs finetune."));
        reader.read(yaml, settings(0, epochs, folder.resolve(folder(1, 0))));
    }

    /**
     * @param jobs how many trials run side by side
     * @throws java.util.concurrent.CancellationException if a trial was asked to stop
     */
    public SearchResult run(TrialRuns runs, StudyListener listener, int jobs) {
        List<Scored> all = new ArrayList<>();
        List<Integer> left = IntStream.range(0, search.trials()).boxed().toList();
        int rounds = search.halving() ? search.rounds() : 1;
        for (int round = 1; round <= rounds; round++) {
            List<Scored> scored = round(round, epochs(round, rounds), left, runs, listener, jobs);
            all.addAll(0, scored);
            write(all);
            int kept = (int) Math.ceil(scored.size() / (double) search.keep());
            left = scored.stream().limit(kept).map(Scored::trial).toList();
        }
        return new SearchResult(all, writeBest(all.get(0)));
    }

    private int epochs(int round, int rounds) {
        return (int) Math.max(1, Math.round(epochs / Math.pow(search.keep(), rounds - round)));
    }

    /** Best first. */
    private List<Scored> round(
            int round, int ofEpochs, List<Integer> numbers, TrialRuns runs, StudyListener listener, int jobs) {
        List<Trial> trials = new ArrayList<>();
        for (int number : numbers) {
            Path own = folder.resolve(folder(round, number));
            String label = "round " + round + ", trial " + number + ": " + String.join(", ", drawn(number));
            trials.add(new Trial(label, yaml, settings(number, ofEpochs, own), own));
        }
        Map<Trial, RunSummary> finished = new ConcurrentHashMap<>();
        new SideBySide(jobs, trial -> {
                    listener.started(trials.indexOf(trial) + 1, trials.size(), trial);
                    finished.put(trial, runs.run(trial));
                })
                .all(trials);
        return IntStream.range(0, trials.size())
                .mapToObj(i -> new Scored(
                        round, numbers.get(i), ofEpochs, drawn(numbers.get(i)), error(finished.get(trials.get(i)))))
                .sorted(Comparator.comparingDouble(Scored::error))
                .toList();
    }

    private List<String> drawn(int trial) {
        return Draws.of(search, RandomStream.of(config.seed()).split("search"), trial);
    }

    private List<String> settings(int trial, int ofEpochs, Path own) {
        List<String> more = new ArrayList<>(drawn(trial));
        more.addAll(List.of(
                "search=off",
                "finetune.score=validation",
                "finetune.compare=[]",
                "finetune.epochs=" + ofEpochs,
                "output=" + own));
        return with(overrides, more);
    }

    private static double error(RunSummary summary) {
        List<TargetScore> scores = summary.variants().get(0).scores();
        return scores.size() == 1
                ? scores.get(0).mean()
                : scores.stream()
                        .mapToDouble(score -> score.mean()
                                / score.meanPredictorMae().stream()
                                        .mapToDouble(Double::doubleValue)
                                        .average()
                                        .orElseThrow())
                        .average()
                        .orElseThrow();
    }

    private void write(List<Scored> scored) {
        studies.write(
                folder,
                new SearchSummary(
                        folder.getFileName().toString(),
                        scored.stream().map(Search::trial).toList()));
    }

    private static SearchSummary.Trial trial(Scored scored) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String setting : scored.settings()) {
            int equals = setting.indexOf('=');
            settings.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return new SearchSummary.Trial(
                scored.round(),
                scored.trial(),
                scored.epochs(),
                settings,
                scored.error(),
                folder(scored.round(), scored.trial()));
    }

    private static String folder(int round, int trial) {
        return "round-" + round + "/trial-" + trial;
    }

    private Path writeBest(Scored best) {
        List<String> more =
                with(best.settings(), List.of("search=off", "output=runs/" + folder.getFileName() + "-best"));
        Path file = folder.resolve("best.yaml");
        formats.writeText(file, reader.read(yaml, with(overrides, more)).resolvedYaml());
        return file;
    }

    private static List<String> with(List<String> settings, List<String> more) {
        List<String> all = new ArrayList<>(settings);
        all.addAll(more);
        return all;
    }
}
