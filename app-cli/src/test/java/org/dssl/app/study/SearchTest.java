package org.dssl.app.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.dssl.adapters.io.run.FileStudyWriter;
import org.dssl.adapters.io.text.StandardTextFormats;
import org.dssl.adapters.io.yaml.YamlConfigReader;
import org.dssl.app.config.RunConfig;
import org.dssl.app.config.RunConfigReader;
import org.dssl.app.plugins.PretextTasks;
import org.dssl.app.study.SearchResult.Scored;
import org.dssl.domain.graph.Shrinkage;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.ports.run.RunSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchTest {
    private static final RunConfigReader READER = new RunConfigReader(
            new YamlConfigReader(name -> null), PretextTasks.discovered(SearchTest.class.getClassLoader()));
    private static final StudyListener DEAF = (number, of, trial) -> {};
    private static final String FINETUNE =
            "finetune: { data: { source: builtin:elastic-binaries, target: K_VRH }, validation: 0.1, epochs: 27 }\n";
    private static final String SEARCH = "search: { trials: 10, keep: 3, rounds: 3, space: ["
            + "{ key: finetune.rate, low: 1e-4, high: 1e-1, scale: log },"
            + "{ key: encoder.layers, low: 1, high: 4, scale: whole },"
            + "{ key: finetune.standardise, values: [on, off] }] }\n";

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("my.yaml"), text);
    }

    private Search search(String... overrides) throws IOException {
        return new Search(
                READER,
                new StandardTextFormats(),
                new FileStudyWriter(),
                file(FINETUNE + SEARCH),
                List.of(overrides),
                folder.resolve("s"));
    }

    /** The error is how far the rate is from 0.003, in powers of ten: every round agrees on the best. */
    private static final class Judge implements TrialRuns {
        final ConcurrentLinkedQueue<RunConfig> ran = new ConcurrentLinkedQueue<>();

        @Override
        public RunSummary run(Trial trial) {
            RunConfig config = READER.read(trial.yaml(), trial.settings());
            ran.add(config);
            double rate = config.finetune().orElseThrow().rate();
            double error = Math.abs(Math.log10(rate / 0.003));
            RunSummary.TargetScore score =
                    new RunSummary.TargetScore("K", List.of(error), error, Double.NaN, 0, List.of(1.0));
            return new RunSummary(
                    trial.label(),
                    List.of(new RunSummary.Target("K", "none", "")),
                    List.of(new RunSummary.Variant("from-scratch", List.of(score))),
                    List.of(),
                    new RunSummary.Counts(1, 0, List.of(new RunSummary.Graphs("x", Shrinkage.NONE))),
                    1);
        }

        @Override
        public void cancel() {}
    }

    @Test
    void theBestThirdGoesOnWithThreeTimesTheEpochs() throws IOException {
        Judge judge = new Judge();
        List<Scored> scored = search().run(judge, DEAF, 2).scored();
        List<Integer> epochs = scored.stream().map(Scored::epochs).toList();
        assertEquals(16, scored.size(), "10 trials, 4 of them again, 2 of these again");
        assertEquals(List.of(27, 27, 9, 9, 9, 9), epochs.subList(0, 6));
        assertTrue(epochs.subList(6, 16).stream().allMatch(e -> e == 3));
        double least = scored.stream().mapToDouble(Scored::error).min().orElseThrow();
        assertEquals(least, scored.get(0).error());
    }

    @Test
    void noTrialTouchesATestPartOrDrawsOutsideItsRange() throws IOException {
        Judge judge = new Judge();
        search("search.trials=60", "search.method=random").run(judge, DEAF, 1);
        assertEquals(60, judge.ran.size());
        for (RunConfig config : judge.ran) {
            assertTrue(config.finetune().orElseThrow().scoreValidation());
            assertTrue(config.search().isEmpty());
            double rate = config.finetune().orElseThrow().rate();
            assertTrue(rate >= 1e-4 && rate <= 1e-1, "rate " + rate);
            int layers = config.encoder().options().integer("layers");
            assertTrue(layers >= 1 && layers <= 4, "layers " + layers);
        }
        assertEquals(
                4,
                judge.ran.stream()
                        .map(config -> config.encoder().options().integer("layers"))
                        .distinct()
                        .count());
    }

    @Test
    void theSameSeedDrawsTheSameAndAnotherSeedOthers() throws IOException {
        List<Scored> first = search().run(new Judge(), DEAF, 1).scored();
        assertEquals(first, search().run(new Judge(), DEAF, 2).scored());
        assertFalse(first.equals(search("seed=8").run(new Judge(), DEAF, 1).scored()));
    }

    @Test
    void theBestSettingsBecomeAConfigurationThatIsTested() throws IOException {
        SearchResult result = search().run(new Judge(), DEAF, 1);
        RunConfig best = READER.read(result.best(), List.of());
        assertFalse(best.finetune().orElseThrow().scoreValidation());
        assertEquals(27, best.finetune().orElseThrow().epochs());
        String rate = result.scored().get(0).settings().get(0);
        assertEquals("finetune.rate=" + best.finetune().orElseThrow().rate(), rate);
        assertEquals(17, Files.readAllLines(folder.resolve("s/search.csv")).size());
    }

    @Test
    void aFileWithoutASpaceOrAValidationPartIsRefused() throws IOException {
        List<String> refused = new ArrayList<>();
        for (String text : List.of(FINETUNE, FINETUNE + "search: {}\n", (FINETUNE + SEARCH).replace("0.1,", "0,"))) {
            Path file = file(text);
            refused.add(assertThrows(
                            InvalidInputException.class,
                            () -> new Search(
                                    READER,
                                    new StandardTextFormats(),
                                    new FileStudyWriter(),
                                    file,
                                    List.of(),
                                    folder.resolve("s")))
                    .getMessage());
        }
        assertTrue(refused.get(0).contains("has no section search"), refused.get(0));
        assertTrue(refused.get(1).contains("search.space: must be given"), refused.get(1));
        assertTrue(refused.get(2).contains("finetune.score: needs a validation part"), refused.get(2));
    }
}
