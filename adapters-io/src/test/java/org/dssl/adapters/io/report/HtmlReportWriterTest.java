package org.dssl.adapters.io.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dssl.adapters.io.run.FileRunFolders;
import org.dssl.domain.graph.Shrinkage;
import org.dssl.domain.statistics.ElementShares;
import org.dssl.ports.out.StructureProblem;
import org.dssl.ports.run.CrystalName;
import org.dssl.ports.run.DataFacts;
import org.dssl.ports.run.JournalEntry;
import org.dssl.ports.run.Prediction;
import org.dssl.ports.run.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportWriterTest {
    private static final String HOSTILE = "</script><img src=x onerror=alert(1)>{{style}}$1&amp;";
    private static final Pattern DATA = Pattern.compile("id=\"run-data\">(.*?)</script>");

    @TempDir
    Path temp;

    @Test
    void thePageNeedsNothingBesideIt() throws IOException {
        String page = page("run", run -> finished(run));
        assertFalse(page.contains("sourceMappingURL"));
        assertFalse(Pattern.compile("<(link|script|img|iframe)[^>]*(src|href)=")
                .matcher(page)
                .find());
        assertFalse(Pattern.compile("@import|url\\(|@font-face")
                .matcher(page.replaceAll("(?s)<script>.*?</script>", ""))
                .find());
        assertTrue(page.contains("default-src 'none'"));
        assertFalse(page.contains("{{"), "a place was left open");
    }

    @Test
    void textOfTheRunCannotBecomeMarkup() throws IOException {
        String page = page("<i>run", run -> {
            run.writeSkipped(List.of(new StructureProblem(HOSTILE, HOSTILE, HOSTILE)));
            run.writeProvenance(Map.of(HOSTILE, HOSTILE));
            run.writePredictions("pretrained", "fold-0", List.of(new Prediction(HOSTILE, "K", 1, 2)));
            run.writeMetrics("pretrained", "fold-0", Map.of("mae", Map.of("K", 1.0)));
        });
        assertFalse(page.contains("<img"));
        assertTrue(page.contains("<h1>&lt;i&gt;run</h1>"));
        assertEquals(3, page.split("</script>", -1).length - 1, "three scripts, three ends");
        JsonNode data = data(page);
        assertEquals(HOSTILE, data.at("/skipped/0/reason").textValue());
        assertEquals(HOSTILE, data.at("/predictions/0/ids/0").textValue());
    }

    @Test
    void aFinishedRunCarriesScoresCurvesAndPredictions() throws IOException {
        JsonNode data = data(page("run", run -> finished(run)));
        assertTrue(data.get("notice").isNull());
        assertEquals("pretrained", data.at("/variants/0/name").textValue());
        assertEquals(5, data.at("/variants/0/scores/0/parts").intValue());
        assertEquals("log10(GPa)", data.at("/targets/0/unit").textValue());
        assertEquals(1, data.at("/pretrain/loss~1mask/0/0").intValue(), "epochs count from 1");
        assertEquals(10, data.get("predictions").size());
        assertEquals(160, data.at("/predictions/0/ids").size());
        assertEquals(0, data.get("predictionsLeftOut").intValue());
    }

    @Test
    void whatTheRunKeptOfItsCrystalsIsOnThePage() throws IOException {
        JsonNode data = data(page("run", run -> {
            finished(run);
            new MadeUpRun(run).records();
        }));
        assertEquals("MgN", data.at("/formulas/mb-0-MgN").textValue());
        assertEquals(0, data.get("predictionsWithoutFormula").intValue());
        assertEquals(2, data.get("maps").size());
        assertEquals(64, data.at("/maps/0/columns").intValue());
        assertEquals(160, data.at("/maps/0/values/K_VRH/truth").size());
        assertEquals("[\"pretraining\",\"fine-tuning\"]", data.at("/sets/sets").toString());
        double divergence = data.at("/sets/divergence").doubleValue();
        assertTrue(divergence > 0 && divergence < 0.1, "divergence " + divergence);
        assertEquals(2, data.at("/sets/elements/0/atoms").size());
    }

    @Test
    void errorsByElementAreThoseOfTheCrystalsThatContainIt() throws IOException {
        JsonNode data = data(page("run", run -> {
            run.writeCrystals(List.of(
                    new CrystalName("a", "MgO"),
                    new CrystalName("b", "TiO2"),
                    new CrystalName("twice", "Fe"),
                    new CrystalName("twice", "Ni")));
            for (String fold : List.of("fold-0", "fold-1")) {
                run.writePredictions(
                        "pretrained",
                        fold,
                        List.of(
                                new Prediction("a", "K", 1, 1.5),
                                new Prediction("b", "K", 1, 0),
                                new Prediction("b", "G", 1, 3),
                                new Prediction("twice", "K", 1, 9)));
                run.writeMetrics("pretrained", fold, Map.of("mae", Map.of("K", 1.0, "G", 2.0)));
            }
        }));
        JsonNode errors = data.get("elementErrors");
        assertEquals(5, errors.size(), "O and Ti for G, O, Mg and Ti for K: " + errors);
        assertEquals(
                "{\"variant\":\"pretrained\",\"target\":\"K\",\"number\":8,\"element\":\"O\",\"crystals\":2,"
                        + "\"error\":-0.25,\"mae\":0.75}",
                errors.get(2).toString());
        assertEquals(2, data.get("predictionsWithoutFormula").intValue(), "of the id that stands for two crystals");
        assertFalse(data.get("formulas").has("twice"));
    }

    @Test
    void theElementsOfAPretrainingElsewhereAreComparedToo() throws IOException {
        SortedMap<String, ElementShares.Count> salt =
                new TreeMap<>(Map.of("Na", new ElementShares.Count(4, 1), "Cl", new ElementShares.Count(4, 1)));
        SortedMap<String, ElementShares.Count> metal = new TreeMap<>(Map.of("Fe", new ElementShares.Count(2, 1)));
        JsonNode sets = data(page("run", run -> {
                    run.writeData(
                            DataFacts.Set.FINE_TUNING, new DataFacts("b.csv", "0", 1, 0, 1, Shrinkage.NONE, metal));
                    run.writeData(
                            DataFacts.Set.PRETRAINED_ELSEWHERE,
                            new DataFacts("a.csv", "0", 1, 0, 1, Shrinkage.NONE, salt));
                }))
                .get("sets");
        assertEquals("[\"pretraining\",\"fine-tuning\"]", sets.get("sets").toString());
        assertEquals(1, sets.get("divergence").doubleValue(), 1e-12, "no element in common");
        assertEquals("[\"Fe\"]", sets.get("absent").toString());
    }

    @Test
    void aRunThatKeptNothingOfItsCrystalsHasTheRestOfThePage() throws IOException {
        JsonNode data = data(page("run", run -> new MadeUpRun(run).repeatsOfTwoTargets()));
        assertEquals(0, data.get("formulas").size());
        assertEquals(0, data.get("elementErrors").size());
        assertEquals(0, data.get("maps").size());
        assertTrue(data.get("sets").isNull());
        assertEquals(6, data.get("predictions").size());
    }

    @Test
    void aSummaryOlderThanTheRestIsAnUnfinishedRun() throws IOException {
        JsonNode data = data(page("run", run -> {
            MadeUpRun made = new MadeUpRun(run);
            made.finetune(2, 3);
            made.summary();
            made.finetune(3, 3);
        }));
        assertTrue(data.get("notice").textValue().contains("not finished"));
        assertEquals(0, data.get("comparisons").size());
        assertEquals(3, data.at("/variants/0/scores/0/parts").intValue());
    }

    @Test
    void numbersThatJsonLacksAreNull() throws IOException {
        JsonNode data = data(page("run", run -> {
            run.record(new JournalEntry(1, 0, "pretrain", "", -1, -1, "loss/mask", Double.NaN));
            run.writeMetrics("pretrained", "fold-0", Map.of("mae", Map.of("K", Double.POSITIVE_INFINITY)));
        }));
        assertTrue(data.at("/pretrain/loss~1mask/0/1").isNull());
        assertTrue(data.at("/variants/0/parts/0/mae/K").isNull());
        assertTrue(data.at("/variants/0/scores/0/sigma").isNull(), "one fold has no σ");
    }

    @Test
    void longCurvesAreThinnedAndKeepTheirEnds() throws IOException {
        JsonNode curve = data(page("run", run -> {
                    for (int epoch = 0; epoch < 5000; epoch++) {
                        run.record(new JournalEntry(epoch, epoch, "pretrain", "", -1, -1, "loss", epoch));
                    }
                }))
                .at("/pretrain/loss");
        assertEquals(400, curve.size());
        assertEquals("[1,0.0]", curve.get(0).toString());
        assertEquals("[5000,4999.0]", curve.get(399).toString());
    }

    @Test
    void manyPredictionsAreThinnedAndTheRestIsCounted() throws IOException {
        JsonNode data = data(page("run", run -> {
            List<Prediction> many = new ArrayList<>();
            for (int i = 0; i < 30_000; i++) {
                many.add(new Prediction("c" + i, "K", i, i));
            }
            run.writePredictions("pretrained", "fold-0", many);
            run.writeMetrics("pretrained", "fold-0", Map.of("mae", Map.of("K", 0.0)));
        }));
        assertEquals(10_000, data.at("/predictions/0/ids").size());
        assertEquals(20_000, data.get("predictionsLeftOut").intValue());
    }

    @Test
    void theSameRunGivesTheSamePage() throws IOException {
        assertEquals(page("a/run", run -> finished(run)), page("b/run", run -> finished(run)));
    }

    @Test
    void aFolderOpenedForReadingIsEnough() throws IOException {
        page("run", run -> finished(run));
        try (RunFolder run = new FileRunFolders().read(temp.resolve("run"))) {
            assertTrue(Files.exists(new HtmlReportWriter().write(run)));
        }
    }

    @Test
    void aPlaceWithoutAValueIsAMistakeOfOurs() {
        assertThrows(IllegalArgumentException.class, () -> new Template("{{a}}").fill(Map.of("b", "x")));
    }

    private static void finished(RunFolder run) {
        MadeUpRun made = new MadeUpRun(run);
        made.pretrain(6);
        made.finetune(5, 4);
        made.summary();
    }

    private String page(String name, Consumer<RunFolder> fill) throws IOException {
        try (RunFolder run = new FileRunFolders().open(temp.resolve(name), MadeUpRun.CONFIG, false)) {
            fill.accept(run);
            return Files.readString(new HtmlReportWriter().write(run));
        }
    }

    private static JsonNode data(String page) throws IOException {
        Matcher data = DATA.matcher(page);
        assertTrue(data.find(), "no data in the page");
        return new ObjectMapper().readTree(data.group(1));
    }
}
