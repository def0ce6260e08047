package org.dssl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.ports.out.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {
    private final CliFixture cli = new CliFixture();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "pretrain",
                "finetune",
                "resume",
                "ablate",
                "learning-curve",
                "search",
                "evaluate",
                "predict",
                "matbench",
                "embed",
                "inspect",
                "compare-data",
                "bench",
                "import-weights",
                "export-weights",
                "explain",
                "plugins",
                "presets",
                "doctor"
            })
    void everyCommandIsListedAndTeachesWithExamples(String command) {
        assertEquals(0, cli.run("--help"));
        assertTrue(cli.out.toString().contains("\n  " + command + " "), cli.out.toString());
        assertEquals(0, cli.run(command, "--help"));
        assertTrue(cli.out.toString().contains("Usage: dssl " + command), cli.out.toString());
        assertTrue(cli.out.toString().contains("Examples:\n  dssl " + command), cli.out.toString());
        assertEquals(List.of(), cli.asked);
    }

    @Test
    void withoutACommandTheHelpIsShown() {
        assertEquals(0, cli.run());
        assertTrue(cli.out.toString().startsWith("dssl: physics-guided"), cli.out.toString());
    }

    @Test
    void theVersionNamesJavaToo() {
        assertEquals(0, cli.run("--version"));
        assertTrue(cli.out.toString().matches("dssl \\S+ \\(Java .+\\)\\R"), cli.out.toString());
    }

    @ParameterizedTest
    @CsvSource({"run, ALL", "pretrain, PRETRAIN", "finetune, FINETUNE"})
    void runAndItsHalvesPassOnWhatIsGiven(String command, String stages) {
        assertEquals(0, cli.run(command, "my.yaml", "--set", "a=1", "--set", "b={c: 2}", "--fresh"));
        assertEquals(List.of("opened", "run my.yaml [a=1, b={c: 2}] " + stages + " fresh=true"), cli.asked);
    }

    @Test
    void aBenchmarkShowsSizesStagesAndMemory() {
        assertEquals(0, cli.run("bench", "my.yaml", "--set", "a=1", "--steps", "4"));
        assertEquals(List.of("opened", "bench my.yaml [a=1] 4"), cli.asked);
        String text = cli.out.toString();
        assertTrue(text.contains("100 crystals, 893 → 327 atoms (2.7×), 11,578 → 1,550 edges (7.5×)\n"), text);
        assertTrue(text.contains(" prediction                           30.0        3,333    75.0 %\n"), text);
        assertTrue(text.contains("700 MiB"), text);
    }

    @Test
    void aBenchmarkAsJsonHasTheKeysThatScriptsRead() {
        assertEquals(0, cli.run("bench", "my.yaml", "--json"));
        String keys = cli.out.toString();
        for (String key : List.of("full", "computed", "graph_ms", "predict_ms", "graphs_per_s", "peak_rss_mib")) {
            assertTrue(keys.contains(key), keys);
        }
    }

    @Test
    void aBenchmarkOfNoStepsIsRefused() {
        assertEquals(2, cli.run("bench", "my.yaml", "--steps", "0"));
        assertTrue(cli.err.toString().contains("--steps"), cli.err.toString());
    }

    @Test
    void aRunEndsWithItsTableAndWhatToDoNext() {
        assertEquals(0, cli.run("run", "my.yaml"));
        String text = cli.out.toString();
        assertTrue(text.startsWith("dssl · headline\n"), text);
        assertTrue(text.contains(" pretrained        0.0663 ± 0.0021"), text);
        assertTrue(
                text.endsWith(
                        """

                         report   runs/x/report.html
                         predict  dssl predict --run runs/x STRUCTURES... -o predictions.csv
                        """),
                text);
    }

    @Test
    void anAblationSaysWhichRunBeginsAndEndsWithItsTable() {
        assertEquals(0, cli.run("ablate", "examples/my.yaml", "--set", "seed=3", "--jobs", "2"));
        assertEquals(
                List.of("opened", "ablate [examples/my.yaml] [seed=3] runs/my-ablation fresh=false jobs=2"), cli.asked);
        assertTrue(cli.out.toString().startsWith("[1/2] my, Original\n\n K  "), cli.out.toString());
        assertTrue(cli.out.toString().endsWith(" table    runs/my-ablation/study.csv\n"), cli.out.toString());
    }

    @Test
    void aSubmissionSaysWhatIsMissingAndWhatIsLeftToDo() {
        assertEquals(0, cli.run("matbench", "submit", "runs/x", "--task", "t", "--variant", "v", "--authors", "A"));
        assertEquals(List.of("opened", "submit runs/x runs/x/matbench t v null dssl-crystal A"), cli.asked);
        String text = cli.out.toString();
        assertTrue(text.startsWith(" matbench_log_kvrh  pretrained: MAE 0.08123 log10(GPa) over 2 of 3 folds\n"), text);
        assertTrue(text.contains(" missing  fold 0 (2,198 crystals)\n"), text);
        assertTrue(text.contains(" missing  145 of the 2,198 crystals of fold 1\n"), text);
        assertTrue(text.contains(" partial  "), text);
        assertTrue(text.contains(" results  runs/x/matbench/results.partial.json.gz\n"), text);
    }

    @Test
    void aLearningCurveTakesSharesInPercentOrNot() {
        assertEquals(0, cli.run("learning-curve", "my.yaml", "--labels", "1%,0.3", "-o", "runs/c"));
        assertEquals(List.of("opened", "learning-curve [my.yaml] [0.01, 0.3] runs/c"), cli.asked);
        assertEquals(2, cli.run("learning-curve", "my.yaml", "--labels", "130%"));
    }

    @Test
    void aSearchEndsWithItsBestTrialsAndWhatToDoNext() {
        assertEquals(0, cli.run("search", "my.yaml"));
        assertEquals(List.of("opened", "search [my.yaml] [] runs/my-search"), cli.asked);
        assertTrue(cli.out.toString().contains("     4        9     0.0912  finetune.rate=0.003"), cli.out.toString());
        assertTrue(cli.out.toString().endsWith(" test     dssl run runs/my-search/best.yaml\n"), cli.out.toString());
    }

    @Test
    void resumeNeedsTheFolderOnly() {
        assertEquals(0, cli.run("resume", "it's mine"));
        assertTrue(
                cli.asked.contains("run it's mine/config.yaml [output='it''s mine'] ALL fresh=false"),
                cli.asked.toString());
        assertTrue(cli.out.toString().contains("0.0663"));
    }

    @Test
    void aFullDiskIsNoFaultOfTheProgram() {
        cli.failure = new UncheckedIOException(
                "runs/x/journal.csv cannot be written: No space left on device",
                new IOException("No space left on device"));
        assertEquals(2, cli.run("run", "my.yaml"));
        assertEquals(
                "input or output  runs/x/journal.csv cannot be written: No space left on device. Free some space; the same"
                        + " command goes on from the last checkpoint.\n",
                cli.err.toString());
    }

    @Test
    void quietShowsTheTableOnly() {
        assertEquals(0, cli.run("run", "my.yaml", "--quiet"));
        assertFalse(cli.out.toString().contains("headline"));
        assertTrue(cli.out.toString().contains("0.0663"));
    }

    @Test
    void predictionsGoToTheOutputAloneIfAskedFor() {
        assertEquals(0, cli.run("predict", "--run", "runs/x", "a.cif", "-o", "-"));
        assertEquals("id,K_VRH\n", cli.out.toString());
        assertTrue(cli.err.toString().startsWith(" 2 structures, 1 skipped"), cli.err.toString());
    }

    @Test
    void evaluatePredictAndInspectPassOnWhatIsGiven() {
        assertEquals(0, cli.run("evaluate", "--run", "runs/x", "builtin:a", "-o", "p.csv"));
        assertEquals(0, cli.run("predict", "--run", "runs/x", "a.cif", "b/", "-o", "p.csv"));
        assertEquals(0, cli.run("inspect", "a.cif", "--graph", "minimum-image"));
        assertEquals(0, cli.run("inspect", "b/", "--summary", "--angles"));
        assertEquals(
                List.of(
                        "opened",
                        "evaluate runs/x builtin:a null p.csv",
                        "opened",
                        "predict runs/x [a.cif, b] p.csv",
                        "opened",
                        "inspect a.cif MINIMUM_IMAGE",
                        "opened",
                        "inspect summary b ALL_IMAGES angles"),
                cli.asked);
        assertTrue(
                cli.out
                        .toString()
                        .contains(
                                " 2 structures, 1 skipped, 1 unlike the training data (column note) → p.csv\n{\"graph\": {}}\n 8 atoms\n"),
                cli.out.toString());
    }

    @Test
    void embeddingsAndComparisonsPassOnWhatIsGiven() {
        assertEquals(0, cli.run("embed", "--run", "runs/x", "a.cif", "b/", "-o", "e.npz", "--atoms", "--fold", "2"));
        assertEquals(0, cli.run("embed", "--run", "runs/x", "a.cif", "-o", "e.csv", "--pretrained"));
        assertEquals(0, cli.run("compare-data", "a/", "builtin:b", "-o", "p.html", "--json"));
        assertEquals(
                List.of(
                        "opened",
                        "embed runs/x [a.cif, b] e.npz atoms false Optional.empty OptionalInt[2]",
                        "opened",
                        "embed runs/x [a.cif] e.csv crystals true Optional.empty OptionalInt.empty",
                        "opened",
                        "compare a/ builtin:b p.html"),
                cli.asked);
        assertEquals(
                """
                 2 structures, 1 skipped: 115 numbers for each atom, by the/model → e.npz
                 2 structures, 1 skipped: 115 numbers for each crystal, by the/model → e.csv
                {"divergence": 1}
                """,
                cli.out.toString());
    }

    @Test
    void thePretrainedEncoderHasNoVariants() {
        assertEquals(2, cli.run("embed", "--run", "r", "a.cif", "-o", "e.csv", "--pretrained", "--fold", "1"));
        assertTrue(cli.err.toString().contains("--pretrained"), cli.err.toString());
        assertEquals(List.of(), cli.asked);
    }

    @Test
    void weightsComeInAndGoOut() {
        assertEquals(
                0,
                cli.run(
                        "import-weights",
                        "a.safetensors",
                        "--encoder",
                        "alignn",
                        "-o",
                        "runs/a",
                        "--length-range",
                        "0,7.5",
                        "--target",
                        "K"));
        assertEquals(0, cli.run("export-weights", "runs/a", "-o", "b.safetensors", "--model", "pretrain/encoder"));
        assertEquals(
                List.of(
                        "opened",
                        "import a.safetensors alignn runs/a [0.0, 7.5] [K]",
                        "opened",
                        "export runs/a pretrain/encoder b.safetensors"),
                cli.asked);
        String text = cli.out.toString();
        assertTrue(text.contains("dead.b"), text);
        assertTrue(text.contains("A note."), text);
        assertTrue(text.contains("dssl finetune runs/a/finetune.yaml"), text);
        assertTrue(text.contains("b.safetensors"), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7.5", "5,1", "-1,3", "0,7.5,9", "a,b"})
    void aRangeOfLengthsIsTwoLengthsTheShorterFirst(String range) {
        assertEquals(2, cli.run("import-weights", "a", "--encoder", "alignn", "-o", "b", "--length-range=" + range));
        assertTrue(cli.err.toString().startsWith("--length-range  must be LOW,HIGH"), cli.err.toString());
    }

    @Test
    void aPluginPathIsASettingThatComesLast() {
        String two = String.join(java.io.File.pathSeparator, "it's", "b.jar");
        assertEquals(0, cli.run("run", "my.yaml", "--plugin-path", two, "--set", "plugins.path=c.jar"));
        assertTrue(
                cli.asked.contains("run my.yaml [plugins.path=c.jar, plugins.path=['it''s', 'b.jar']] ALL fresh=false"),
                cli.asked.toString());
    }

    @Test
    void explainAndPluginsNeedNoUseCases() {
        assertEquals(0, cli.run("explain", "graph.radius"));
        assertEquals(0, cli.run("plugins"));
        assertEquals(List.of(), cli.asked);
        assertTrue(cli.out.toString().startsWith("graph.radius\n  Neighbours"), cli.out.toString());
        assertTrue(cli.out.toString().contains(" mask                Predict the element"), cli.out.toString());
    }

    @Test
    void theDoctorSaysWhatToDoAndItsExitCodeWhetherThereIsAProblem() {
        assertEquals(0, cli.run("doctor"));
        assertEquals(" ok        Java   17\n\n dssl can run here.\n", cli.out.toString());
        cli.out.getBuffer().setLength(0);
        cli.findings = List.of(
                Finding.ok("Java", "17"),
                Finding.warning("cache", "old", "Remove it."),
                Finding.problem("GPU", "no driver", "Install it."));
        assertEquals(2, cli.run("doctor"));
        assertEquals(
                """
                 ok        Java    17
                 warning   cache   old
                                   → Remove it.
                 problem   GPU     no driver
                                   → Install it.

                 1 problem and 1 warning above: mend the problems first.
                """,
                cli.out.toString());
        assertEquals(List.of(), cli.asked);
    }

    @Test
    void theDoctorsJsonHasTheSame() {
        cli.findings = List.of(Finding.problem("GPU", "no driver", "Install it."));
        assertEquals(2, cli.run("doctor", "--json"));
        assertEquals(
                """
                {
                  "problems" : 1,
                  "warnings" : 0,
                  "findings" : [ {
                    "level" : "problem",
                    "subject" : "GPU",
                    "found" : "no driver",
                    "advice" : "Install it."
                  } ]
                }
                """,
                cli.out.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rn my.yaml | dssl: no such command rn. Did you mean run? Commands: run, pretrain, finetune, resume, ablate, learning-curve, search, evaluate,"
                        + " predict, matbench, embed, inspect, compare-data, bench, import-weights, export-weights, explain, plugins, presets, doctor. dssl --help shows how.",
                "run my.yaml --frsh | dssl run: no such option --frsh. Did you mean --fresh? dssl run --help shows how.",
                "run | dssl run: FILE.yaml must be given. dssl run --help shows how.",
                "run a.yaml b.yaml | dssl run: one argument too many: b.yaml. dssl run --help shows how.",
                "predict a.cif | dssl predict: --run RUN and --output FILE.csv must be given. dssl predict --help shows"
                        + " how.",
                "inspect a.cif --graph all | --graph  must be one of all-images, minimum-image, not \"all\".",
                "explain graph.radus | graph.radus  no such key. Did you mean graph.radius? dssl explain lists all."
            })
    void wrongArgumentsGetOneLineAndExitCode2(String arguments, String message) {
        assertEquals(2, cli.run(arguments.split(" ")));
        assertEquals(message, cli.err.toString().strip());
        assertEquals("", cli.out.toString());
    }

    @Test
    void mistakesInTheInputAreTheUsersAndKeepTheirLines() {
        cli.failure = new InvalidInputException("my.yaml:9", "pretrain.tasks.maks: no such task.\nKnown: mask");
        assertEquals(2, cli.run("run", "my.yaml"));
        assertEquals("my.yaml:9  pretrain.tasks.maks: no such task.\n           Known: mask\n", cli.err.toString());
    }

    @Test
    void filesThatCannotBeWrittenAreTheUsersToMend() {
        cli.failure = new UncheckedIOException(new AccessDeniedException("runs/x"));
        assertEquals(2, cli.run("run", "my.yaml"));
        assertEquals("runs/x  access is denied. Change the rights, or choose another place.\n", cli.err.toString());
    }

    @Test
    void anInternalErrorSaysWhereItsTraceIsAndDebugPrintsIt() throws IOException {
        cli.failure = new IllegalStateException("lost");
        assertEquals(1, cli.run("run", "my.yaml"));
        Matcher file =
                Pattern.compile("stack trace in (\\S+) \\(--debug prints it\\)").matcher(cli.err.toString());
        assertTrue(file.find(), cli.err.toString());
        assertTrue(Files.readString(Path.of(file.group(1))).contains("at org.dssl.cli"));
        Files.delete(Path.of(file.group(1)));
        assertFalse(cli.err.toString().contains("\tat "));
        assertEquals(1, cli.run("run", "my.yaml", "--debug"));
        assertTrue(cli.err.toString().contains("\tat org.dssl.cli"));
    }

    @Test
    void stoppingIsNoErrorOfAnyone() {
        cli.failure = new CancellationException();
        assertEquals(130, cli.run("run", "my.yaml"));
        assertEquals("Stopped. The same command continues.\n", cli.err.toString());
    }

    @Test
    void ctrlCCancelsWhatRunsButNotWhatHasEnded() {
        cli.stopping.stopAndWait();
        assertEquals(List.of(), cli.asked);
        cli.run("inspect", "a.cif");
        cli.stopping.ended();
        cli.stopping.stopAndWait();
        assertFalse(cli.asked.contains("cancel"));
    }
}
