package org.dssl.adapters.io.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlComparisonWriterTest {
    @TempDir
    Path temp;

    @Test
    void thePageNeedsNothingBesideItAndNamesCannotBecomeMarkup() throws IOException {
        Path file = temp.resolve("new/page.html");
        new HtmlComparisonWriter().write(file, MadeUpData.saltsAndOxides());
        String page = Files.readString(file);
        assertFalse(Pattern.compile("<(link|script|img|iframe)[^>]*(src|href)=")
                .matcher(page)
                .find());
        assertTrue(page.contains("default-src 'none'"));
        assertFalse(page.contains("{{"), "a place was left open");
        assertFalse(page.contains("<i>salts"));
        assertTrue(page.contains("<h1>&lt;i&gt;salts and oxides &amp; more</h1>"), "the names without their folders");
        assertEquals(3, page.split("</script>", -1).length - 1, "three scripts, three ends");
    }
}
