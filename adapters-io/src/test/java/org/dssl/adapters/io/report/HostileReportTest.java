package org.dssl.adapters.io.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dssl.adapters.io.run.FileRunFolders;
import org.dssl.adapters.io.run.FileStudyWriter;
import org.dssl.ports.run.CrystalName;
import org.dssl.ports.run.Prediction;
import org.dssl.ports.run.RunFolder;
import org.dssl.ports.run.RunSummary.Target;
import org.dssl.ports.run.StudySummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ids, formulas, columns and names from a stranger's files end up on the pages as text, whatever they are. */
class HostileReportTest {
    private static final String HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\u2028<!--";

    /** Ways to make markup, or code, of text. */
    private static final Pattern MARKUP = Pattern.compile(
            "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\b|new Function|srcdoc|DOMParser|"
                    + "createContextualFragment|setTimeout\\(\\s*[\"'`]|javascript:");

    @TempDir
    Path temp;

    @Test
    void idsFormulasColumnsAndVariantsOfARunStayText() throws IOException {
        try (RunFolder run = new FileRunFolders().open(temp.resolve("run"), "seed: 1\n", false)) {
            run.writeCrystals(List.of(new CrystalName(HOSTILE, HOSTILE)));
            run.writePredictions("from-scratch", "fold-0", List.of(new Prediction(HOSTILE, HOSTILE, 1, 2)));
            run.writeMetrics("from-scratch", "fold-0", Map.of("mae", Map.of(HOSTILE, 1.0)));
            requireHarmless(Files.readString(new HtmlReportWriter().write(run)), 3);
        }
    }

    @Test
    void namesOfAStudyStayText() throws IOException {
        StudySummary made = MadeUpStudy.ablation();
        List<StudySummary.Column> columns = made.columns().stream()
                .map(c -> new StudySummary.Column(HOSTILE, new Target(HOSTILE, "none", HOSTILE), 1))
                .toList();
        List<StudySummary.Row> rows = made.rows().stream()
                .map(row -> new StudySummary.Row(HOSTILE, HOSTILE, row.folders(), row.cells()))
                .toList();
        new HtmlStudyWriter(new FileStudyWriter())
                .write(temp, new StudySummary(made.kind(), HOSTILE, HOSTILE, columns, rows));
        String page = Files.readString(temp.resolve("report.html"));
        requireHarmless(page, page.split("<script", -1).length - 1);
        assertTrue(page.contains("\\u003cimg"), "the names are there, as data");
    }

    /** The only elements are the template's own; JSON cannot end its script, nor begin a comment in it. */
    private static void requireHarmless(String page, int scripts) {
        assertFalse(page.contains("<img"), "an image came in");
        assertFalse(page.contains("<script>alert"), "a script came in");
        assertEquals(scripts, page.split("</script>", -1).length - 1, "every script has one end");
        assertFalse(page.contains("alert(1)</"), "an end came in");
        Matcher comments = Pattern.compile("<!--").matcher(page);
        assertFalse(comments.find(), "a comment came in");
    }

    @Test
    void thePagesScriptsNeverMakeMarkupOfText() throws IOException, URISyntaxException {
        Path folder = Path.of(Page.class.getResource("dom.js").toURI()).getParent();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> scripts =
                    files.filter(file -> file.toString().endsWith(".js")).toList();
            assertTrue(scripts.size() > 10, scripts.toString());
            for (Path script : scripts) {
                Matcher found = MARKUP.matcher(Files.readString(script));
                assertFalse(found.find(), () -> script.getFileName() + " uses " + found.group());
            }
        }
    }

    @Test
    void everyPageForbidsItselfToLoadAnything() throws IOException, URISyntaxException {
        Path folder = Path.of(Page.class.getResource("dom.js").toURI()).getParent();
        for (String page : List.of("template.html", "comparison.html", "study.html", "search.html")) {
            assertTrue(Files.readString(folder.resolve(page)).contains("default-src 'none'"), page);
        }
    }
}
