package org.dssl.adapters.io.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dssl.adapters.io.run.AtomicFiles;
import org.dssl.domain.statistics.DatasetComparison;
import org.dssl.domain.statistics.DatasetProfile;
import org.dssl.ports.out.ComparisonWriter;

/** Two data sets on one page that needs nothing beside it, with the parts of the report. */
public final class HtmlComparisonWriter implements ComparisonWriter {
    private static final List<String> SCRIPTS =
            List.of("format.js", "dom.js", "charts.js", "shares.js", "comparison.js");
    /** More pairs than people read; JSON has all. */
    private static final int PAIRS = 200;

    @Override
    public void write(Path file, DatasetComparison comparison) {
        Map<String, Object> tree = comparison.tree();
        List<?> pairs = (List<?>) tree.get("duplicates");
        tree.put("duplicates", pairs.subList(0, Math.min(PAIRS, pairs.size())));
        tree.put("duplicates-total", pairs.size());
        String title = file(comparison.a()) + " and " + file(comparison.b());
        AtomicFiles.write(file, Page.of("comparison.html", title, tree, SCRIPTS));
    }

    /** Without its folders. */
    private static String file(DatasetProfile profile) {
        return profile.name().replaceFirst(".*[/\\\\](?=.)", "");
    }
}
