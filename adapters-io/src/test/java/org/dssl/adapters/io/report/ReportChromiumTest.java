package org.dssl.adapters.io.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dssl.adapters.io.run.FileRunFolders;
import org.dssl.adapters.io.run.FileStudyWriter;
import org.dssl.domain.train.Statistics;
import org.dssl.ports.run.RunFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The report as a browser shows it: on a phone and on a desk, light and dark, of runs in several states. */
class ReportChromiumTest {
    private static final Pattern MEASURED = Pattern.compile("<pre>([^<]*)</pre>");
    private static final List<String> CHARTS =
            List.of("folds-chart", "parity-chart", "map-chart", "pretrain-chart", "finetune-chart", "elements-chart");
    private static final List<String> OLD_CHARTS =
            List.of("folds-chart", "parity-chart", "pretrain-chart", "finetune-chart");

    private static final String NONE = "no Chromium on the path and no CHROME_BIN.";
    private static final Optional<Chromium> CHROMIUM = Chromium.find();

    @TempDir
    static Path temp;

    /** What probe.js measured, by {@code light/finished?390} and the like. */
    private static final Map<String, JsonNode> SEEN = new TreeMap<>();

    /** Starting a browser takes seconds, so all pages of one colour scheme are frames of one window. */
    @BeforeAll
    static void openPages() throws Exception {
        if (CHROMIUM.isEmpty()) {
            System.out.println("ReportChromiumTest skipped: " + NONE);
            return;
        }
        write("finished", made -> {
            made.records();
            made.pretrain(60);
            made.finetune(5, 80);
            made.summary();
        });
        write("unfinished", made -> {
            made.pretrain(4);
            made.finetune(2, 3);
        });
        write("old", MadeUpRun::asOfOldVersions);
        write("begun", made -> {});
        write("unclear", made -> {
            made.finetune(3, 5);
            made.summary(new Statistics.Change(-1.2, -4, 1.6));
        });
        write("targets", MadeUpRun::repeatsOfTwoTargets);
        placeStudies();
        try (RunFolder run = new FileRunFolders().open(temp.resolve("ensembles-run"), MadeUpRun.CONFIG, false)) {
            MadeUpEnsembles.write(run, true);
            place("ensembles", Files.readString(new HtmlReportWriter().write(run)));
        }
        open(
                CHROMIUM.get(),
                false,
                "ensembles?390",
                "ensembles?1280",
                "finished?390",
                "finished?1280",
                "unfinished?390",
                "old?390",
                "begun?1280",
                "unclear?1280",
                "targets?1280",
                "ablation?1280");
        new HtmlComparisonWriter().write(temp.resolve("data-made.html"), MadeUpData.saltsAndOxides());
        place("data", Files.readString(temp.resolve("data-made.html")));
        open(
                CHROMIUM.get(),
                true,
                "finished?390",
                "finished?1280",
                "data?390",
                "data?1280",
                "ablation?360",
                "curve?360",
                "search?1280");
    }

    @BeforeEach
    void needsChromium() {
        assumeTrue(CHROMIUM.isPresent(), NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light/finished?390", "light/finished?1280", "dark/finished?390", "dark/finished?1280"})
    void aFinishedRunIsShownWhole(String page) {
        JsonNode seen = healthy(page);
        assertEquals(page.startsWith("dark"), seen.get("dark").booleanValue());
        assertEquals(CHARTS, painted(seen));
        String text = seen.get("text").textValue();
        assertTrue(text.contains("Pretraining lowers the error by 7.5 %"), text);
        assertTrue(text.contains("−7.5 %, 95 % interval [−9.2, −5.6], lower error in 5 of 5 folds"), text);
        assertTrue(text.contains("0.0850 ± 0.0082"), text);
        assertTrue(text.contains("3 structures skipped"), text);
        assertTrue(text.contains("log₁₀(GPa)"), text);
        assertTrue(text.contains("element in common). Every element of the fine-tuning set occurs"), text);
        assertTrue(text.contains("principal components, 61 % and 17 % of the variance"), text);
        assertTrue(text.contains("pretraining views of 1,000 crystals 48 %, fine-tuning crystals 17 %."), text);
        assertEquals("mb-0-MgN MgN", seen.get("hovered").textValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"light/finished?390", "dark/finished?1280"})
    void errorsByElementAreReadByPointingAndAsATable(String page) {
        JsonNode seen = healthy(page);
        JsonNode cells = seen.get("cells");
        assertEquals(18, cells.size(), "ten metals and eight others");
        for (JsonNode cell : cells) {
            assertTrue(cell.get("contrast").doubleValue() >= 4.5, "contrast of " + cell);
            assertTrue(cell.get("fits").booleanValue(), "the symbol is wider than its cell: " + cell);
        }
        assertTrue(seen.get("pointed").textValue().startsWith("Mg: mean absolute error 0."), seen.get("pointed") + "");
        assertTrue(seen.get("text").textValue().contains("All 18 elements"));
    }

    @Test
    void anUnfinishedRunShowsWhatItHas() {
        JsonNode seen = healthy("light/unfinished?390");
        assertEquals(CHARTS.subList(0, 5), painted(seen));
        assertTrue(seen.get("text").textValue().contains("not finished"));
    }

    @Test
    void aRunOfAnOldVersionLacksSectionsAndNothingElse() {
        JsonNode seen = healthy("light/old?390");
        assertEquals(OLD_CHARTS, painted(seen));
        assertEquals("mb-0-MgN", seen.get("hovered").textValue(), "the id alone");
        String text = seen.get("text").textValue();
        assertTrue(text.contains("Crystals read") && !text.contains("Errors by element"), text);
    }

    @Test
    void aRunThatHasJustBegunShowsItsConfiguration() {
        JsonNode seen = healthy("light/begun?1280");
        assertEquals(List.of(), painted(seen));
        String text = seen.get("text").textValue();
        assertTrue(text.contains("No result yet") && text.contains("Configuration"), text);
    }

    @Test
    void anIntervalAroundZeroIsNoDifference() {
        JsonNode seen = healthy("light/unclear?1280");
        assertTrue(seen.get("text").textValue().contains("Pretraining makes no clear difference"));
    }

    @Test
    void everyTargetHasItsResult() {
        JsonNode seen = healthy("light/targets?1280");
        assertEquals(CHARTS.subList(0, 2), painted(seen));
        String text = seen.get("text").textValue();
        assertTrue(text.contains("gap: Mean absolute error 0.160 ± 0.010"), text);
        assertTrue(text.contains("G_VRH: Mean absolute error 4.50 ± 0.30"), text);
        assertTrue(text.contains("Repeat by repeat"), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light/ensembles?390", "light/ensembles?1280"})
    void theUncertaintyOfEnsemblesIsShownBesideTheirErrors(String page) {
        JsonNode seen = healthy(page);
        assertTrue(painted(seen).contains("calibration-chart"), page);
        String text = seen.get("text").textValue();
        assertTrue(
                text.contains("5 networks per fold, 800 test crystals: prediction ± uncertainty holds 39 % of"), text);
        assertTrue(text.contains("rescaled 69 %"), text);
        assertTrue(text.contains("Miscalibration area"), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dark/data?390", "dark/data?1280"})
    void twoDataSetsAreShownSideBySide(String page) {
        JsonNode seen = healthy(page);
        assertEquals(List.of("elements-chart", "quantities-chart", "systems-chart"), painted(seen));
        String text = seen.get("text").textValue();
        assertTrue(text.contains("Their elements do not speak against pretraining on A"), text);
        assertTrue(text.contains("A has no O, Ti, S, Zn, Sr."), text);
        assertTrue(text.contains("1 of 4 crystals of B (25.0 %) are in A too"), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light/ablation?1280", "dark/ablation?360"})
    void anAblationSaysWhatHelpsAndWhatIsMissing(String page) {
        JsonNode seen = healthy(page);
        assertEquals(List.of("forest-0", "forest-1", "parts-chart"), painted(seen));
        String text = seen.get("text").textValue();
        assertTrue(text.contains("Mask lowers the error of 1 of 2 properties and raises it for 1"), text);
        assertTrue(text.contains("CL: no evidence in 1."), text);
        assertTrue(text.contains("1 cell of its table is missing"), text);
        assertTrue(text.contains("0.095 ± 0.010") && text.contains("−10.0 % [−10.0, −10.0]"), text);
        assertTrue(text.contains("hybrid </script> gaps"), text);
        assertTrue(text.contains("† No better than predicting the mean"), text);
    }

    @Test
    void aLearningCurveHasALineForEachWayOfTraining() {
        JsonNode seen = healthy("dark/curve?360");
        assertEquals(List.of("labels-chart", "forest-0", "forest-1", "forest-2", "parts-chart"), painted(seen));
        String text = seen.get("text").textValue();
        assertTrue(text.contains("Pretrained lowers the error of 2 of 3 shares of the labels"), text);
    }

    @Test
    void aSearchShowsItsTrialsTheBestFirst() {
        JsonNode seen = healthy("dark/search?1280");
        assertEquals(List.of("settings-chart"), painted(seen));
        String text = seen.get("text").textValue();
        assertTrue(text.contains("Best of 4 trials: 0.0800 after 30 epochs"), text);
        assertTrue(text.contains("finetune.rate") && text.contains("cgcnn"), text);
    }

    private static void placeStudies() throws IOException {
        HtmlStudyWriter writer = new HtmlStudyWriter(new FileStudyWriter());
        for (String name : List.of("ablation", "curve", "search")) {
            Path folder = Files.createDirectories(temp.resolve(name + "-made"));
            switch (name) {
                case "ablation" -> writer.write(folder, MadeUpStudy.ablation());
                case "curve" -> writer.write(folder, MadeUpStudy.learningCurve());
                default -> writer.write(folder, MadeUpStudy.search());
            }
            place(name, Files.readString(folder.resolve("report.html")));
        }
    }

    private static JsonNode healthy(String page) {
        JsonNode seen = SEEN.get(page);
        assertTrue(seen != null, page + " measured nothing; seen are " + SEEN.keySet());
        assertEquals("[]", seen.get("problems").toString());
        int width = Integer.parseInt(page.substring(page.indexOf('?') + 1));
        assertEquals(width, seen.get("width").intValue());
        assertTrue(seen.get("reach").intValue() <= width, "the page is " + seen.get("reach") + " wide");
        seen.get("contrasts")
                .properties()
                .forEach(pair -> assertTrue(
                        pair.getValue().doubleValue() >= (pair.getKey().contains("series") ? 3 : 4.5),
                        pair.getKey() + " has contrast " + pair.getValue()));
        return seen;
    }

    private static List<String> painted(JsonNode seen) {
        List<String> ids = new ArrayList<>();
        for (JsonNode canvas : seen.get("canvases")) {
            assertTrue(canvas.get("painted").intValue() > 500, "nothing is drawn on " + canvas);
            assertTrue(canvas.get("label").textValue().length() > 30, "no words for " + canvas);
            ids.add(canvas.get("id").textValue());
        }
        return ids;
    }

    /** Opens pages in frames of their width, uses all that can be used, and keeps what probe.js measured. */
    private static void open(Chromium chromium, boolean dark, String... pages) throws Exception {
        StringBuilder frames = new StringBuilder();
        for (String page : pages) {
            int width = Integer.parseInt(page.substring(page.indexOf('?') + 1));
            frames.append(String.format(
                    "<iframe src='%s' style='width:%dpx'></iframe>%n", page.replace("?", ".html?"), width));
        }
        Path window = Files.writeString(
                temp.resolve("frames.html"), Resources.text("frames.html").replace("<!-- frames -->", frames));
        Matcher measured = MEASURED.matcher(chromium.dump(window, dark, temp));
        while (measured.find()) {
            JsonNode seen = new ObjectMapper().readTree(URLDecoder.decode(measured.group(1), StandardCharsets.UTF_8));
            SEEN.put((dark ? "dark/" : "light/") + seen.get("page").textValue(), seen);
        }
    }

    private static void write(String name, Consumer<MadeUpRun> made) throws IOException {
        String page;
        try (RunFolder run = new FileRunFolders().open(temp.resolve(name + "-run"), MadeUpRun.CONFIG, false)) {
            made.accept(new MadeUpRun(run));
            page = Files.readString(new HtmlReportWriter().write(run));
        }
        place(name, page);
    }

    private static void place(String name, String page) throws IOException {
        // For people who want to look at it.
        Files.writeString(Path.of("target", "report-" + name + ".html"), page);
        String collect = "<head><script>" + Resources.text("collect.js") + "</script>";
        String probe = "<script>" + Resources.text("probe.js") + "</script></body>";
        Files.writeString(
                temp.resolve(name + ".html"),
                page.replaceFirst("<head>", Matcher.quoteReplacement(collect)).replace("</body>", probe));
    }
}
