package org.dssl.adapters.io.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One page that needs nothing beside it: style, scripts and the chart library are put into it, the data as JSON. */
final class Page {
    private static final String LIBRARY = "/META-INF/resources/webjars/chart.js/%s/dist/chart.umd.min.js";

    private Page() {}

    /**
     * @param template beside this class, with places for title, style, chart-version, chart-library, data and script
     * @param scripts beside this class, in order
     */
    static String of(String template, String title, Map<String, Object> data, List<String> scripts) {
        String version = Resources.webJarVersion("chart.js");
        return new Template(Resources.text(template))
                .fill(Map.of(
                        "title", Template.escape(title),
                        "style", Resources.text("style.css"),
                        "chart-version", Template.escape(version),
                        "chart-library", library(version),
                        "data", PageJson.text(data),
                        "script", scripts.stream().map(Resources::text).collect(Collectors.joining("\n"))));
    }

    /** Without the pointer to a map file, which browsers would look for beside the page. */
    private static String library(String version) {
        return Resources.text(String.format(LIBRARY, version)).replaceFirst("//# sourceMappingURL=\\S*", "");
    }
}
