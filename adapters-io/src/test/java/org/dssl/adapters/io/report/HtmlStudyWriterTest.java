package org.dssl.adapters.io.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dssl.adapters.io.run.FileStudyWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlStudyWriterTest {
    @TempDir
    Path folder;

    private final HtmlStudyWriter writer = new HtmlStudyWriter(new FileStudyWriter());

    private String page() throws IOException {
        return Files.readString(folder.resolve("report.html"));
    }

    @Test
    void aStudyIsWrittenForPeopleAndMachines() throws IOException {
        writer.write(folder, MadeUpStudy.ablation());
        assertTrue(Files.exists(folder.resolve("study.json")));
        assertEquals(1 + 5, Files.readAllLines(folder.resolve("study.csv")).size());
        String page = page();
        assertTrue(page.contains("<h1>bulk &amp; gaps</h1>"), "the title is text");
        assertTrue(page.contains("hybrid \\u003c/script\\u003e gaps"), "data cannot end its element");
        assertTrue(page.contains("\"kind\":\"ABLATION\""));
        assertFalse(page.contains("{{"), "every place is filled");
        assertTrue(page.contains("\"wilcoxon\":null"), "numbers that are none are null");
        assertFalse(page.replaceAll("xmlns=\"[^\"]*\"", "").contains("src=\"http"), "nothing is loaded");
    }

    @Test
    void aSearchIsWrittenForPeopleAndMachines() throws IOException {
        writer.write(folder, MadeUpStudy.search());
        assertEquals(1 + 5, Files.readAllLines(folder.resolve("search.csv")).size());
        assertTrue(page().contains("\"folder\":\"round-2/trial-0\""));
        assertFalse(page().contains("{{"));
    }
}
