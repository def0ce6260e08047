package org.dssl.adapters.io.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dssl.ports.out.StructureProblem;
import org.dssl.ports.run.RunFolder;
import org.dssl.ports.run.RunSummary;

/** What the page shows, gathered from a run folder in whatever state it is; the scripts beside the template read it. */
final class PageData {
    private static final int SKIPPED = 200;
    /** Of an ensemble those of its first member. */
    private static final List<String> SHOWN = List.of("train", "validation");

    private PageData() {}

    static String title(RunFolder run) {
        return run.summary()
                .map(RunSummary::title)
                .orElseGet(() ->
                        run.path().toAbsolutePath().normalize().getFileName().toString());
    }

    static Map<String, Object> of(RunFolder run) {
        Optional<RunSummary> summary = run.summary();
        Map<String, Object> provenance = run.provenance().orElse(Map.of());
        List<String> names = variantNames(run, summary);
        List<RunSummary.Target> targets = summary.map(RunSummary::targets).orElseGet(() -> targets(run, names));
        List<String> columns = targets.stream().map(RunSummary.Target::column).toList();
        List<Parts.Variant> variants =
                names.stream().map(name -> Parts.variant(run, name, columns)).toList();
        boolean complete = complete(summary, variants);

        Map<String, Object> page = new LinkedHashMap<>();
        page.put("version", provenance.getOrDefault("dssl", ""));
        page.put("facts", facts(provenance));
        page.put(
                "notice",
                complete
                        ? null
                        : "This run is not finished; here is what it has so far. The same command"
                                + " again goes on where it stopped.");
        page.put("seconds", complete ? summary.map(RunSummary::seconds).orElse(null) : null);
        page.put("targets", targets.stream().map(PageData::target).toList());
        page.put("variants", variants);
        page.put("comparisons", complete ? summary.map(RunSummary::comparisons).orElse(List.of()) : List.of());
        page.put("counts", summary.map(RunSummary::counts).orElse(null));
        page.put("sets", SetShares.of(run).orElse(null));
        addCurves(page, run);
        addPredictions(page, run, variants);
        page.put("calibration", CalibrationPart.of(run, variants));
        addSkipped(page, run.skipped());
        page.put("sources", texts(provenance.get("data-attribution")));
        page.put("config", run.config());
        page.put("provenance", provenance);
        return page;
    }

    /** In the order of the summary's table, where there is one. */
    private static List<String> variantNames(RunFolder run, Optional<RunSummary> summary) {
        List<String> names = new ArrayList<>();
        summary.ifPresent(s -> s.variants().forEach(v -> names.add(v.name())));
        run.variants().stream().filter(name -> !names.contains(name)).forEach(names::add);
        return names;
    }

    /** A summary may be older than what was computed after it. */
    private static boolean complete(Optional<RunSummary> summary, List<Parts.Variant> variants) {
        return summary.isPresent()
                && variants.stream().allMatch(variant -> summary.get().variants().stream()
                        .filter(v -> v.name().equals(variant.name()))
                        .flatMap(v -> v.scores().stream())
                        .anyMatch(score ->
                                score.maePerFold().size() == variant.parts().size()));
    }

    private static List<RunSummary.Target> targets(RunFolder run, List<String> variants) {
        Collection<String> columns = new TreeSet<>();
        for (String variant : variants) {
            for (String part : run.parts(variant)) {
                Object mae = run.metrics(variant, part).map(m -> m.get("mae")).orElse(Map.of());
                ((Map<?, ?>) mae).keySet().forEach(column -> columns.add(column.toString()));
            }
        }
        return columns.stream()
                .map(column -> new RunSummary.Target(column, "none", ""))
                .toList();
    }

    private static Map<String, String> target(RunSummary.Target target) {
        return Map.of("name", target.column(), "unit", target.unit() == null ? "" : target.unit());
    }

    private static List<String> facts(Map<String, Object> provenance) {
        List<String> facts = new ArrayList<>();
        if (provenance.get("started") instanceof String) {
            String started = (String) provenance.get("started");
            facts.add(started.length() > 10 ? started.substring(0, 10) : started);
        }
        if (provenance.get("backend") instanceof String) {
            facts.add((String) provenance.get("backend"));
        }
        if (provenance.get("seed") != null) {
            facts.add("seed " + provenance.get("seed"));
        }
        return facts;
    }

    private static void addCurves(Map<String, Object> page, RunFolder run) {
        Curves curves = new Curves(run.journal());
        Map<String, Object> pretrain = new LinkedHashMap<>();
        curves.of("pretrain").forEach(curve -> pretrain.put(curve.metric(), curve.points()));
        page.put("pretrain", pretrain);
        page.put(
                "finetune",
                curves.of("finetune").stream()
                        .filter(curve -> SHOWN.contains(curve.metric()))
                        .toList());
    }

    private static void addPredictions(Map<String, Object> page, RunFolder run, List<Parts.Variant> variants) {
        List<Parts.Points> all = Parts.predictions(run, variants);
        List<Parts.Points> shown = Parts.thinned(all);
        page.put("predictions", shown);
        page.put("predictionsLeftOut", Parts.count(all) - Parts.count(shown));
        List<MapPages.MapPage> maps = MapPages.of(run, variants, all);
        page.put("maps", maps);
        Formulas formulas = new Formulas(run.crystals());
        ElementErrors errors = new ElementErrors(formulas, all);
        page.put("elementErrors", errors.all());
        page.put("predictionsWithoutFormula", errors.unknown());
        page.put(
                "formulas",
                formulas.of(Stream.concat(
                                shown.stream().map(Parts.Points::ids),
                                maps.stream().map(MapPages.MapPage::ids))
                        .flatMap(List::stream)
                        .toList()));
    }

    private static void addSkipped(Map<String, Object> page, List<StructureProblem> skipped) {
        page.put("skipped", skipped.subList(0, Math.min(SKIPPED, skipped.size())));
        page.put("skippedTotal", skipped.size());
    }

    private static List<String> texts(Object values) {
        return values instanceof List
                ? ((List<?>) values).stream().map(String::valueOf).toList()
                : List.of();
    }
}
