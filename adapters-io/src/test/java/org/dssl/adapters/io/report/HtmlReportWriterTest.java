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
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dssl.adapters.io.run.FileRunFolders;
import org.dssl.ports.out.StructureProblem;
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
