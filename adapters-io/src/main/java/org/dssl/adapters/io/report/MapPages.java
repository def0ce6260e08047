package org.dssl.adapters.io.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dssl.ports.run.EmbeddingMap;
import org.dssl.ports.run.RunFolder;

/** Maps of embeddings with what is known and predicted of their crystals. */
final class MapPages {
    private MapPages() {}

    /**
     * @param of how many test crystals the part has
     * @param values by target, parallel to the ids; null where unknown
     */
    record MapPage(
            String variant,
            String part,
            int columns,
            int of,
            List<Double> explained,
            List<String> ids,
            List<Double> x,
            List<Double> y,
            Map<String, Values> values) {}

    record Values(List<Double> truth, List<Double> predicted) {}

    static List<MapPage> of(RunFolder run, List<Parts.Variant> variants, List<Parts.Points> predictions) {
        List<MapPage> pages = new ArrayList<>();
        for (Parts.Variant variant : variants) {
            for (Parts.Part part : variant.parts()) {
                List<Parts.Points> its = predictions.stream()
                        .filter(p ->
                                p.variant().equals(variant.name()) && p.part().equals(part.name()))
                        .toList();
                run.embedding(variant.name(), part.name()).ifPresent(map -> pages.add(page(map, part, its, variant)));
            }
        }
        return pages;
    }

    private static MapPage page(
            EmbeddingMap map, Parts.Part part, List<Parts.Points> predictions, Parts.Variant variant) {
        Map<String, Values> values = new LinkedHashMap<>();
        predictions.forEach(points -> values.put(points.target(), values(map.ids(), points)));
        int all = part.test() instanceof Number
                ? ((Number) part.test()).intValue()
                : map.ids().size();
        return new MapPage(
                variant.name(), part.name(), map.columns(), all, map.explained(), map.ids(), map.x(), map.y(), values);
    }

    private static Values values(List<String> ids, Parts.Points points) {
        Map<String, Integer> rows = new HashMap<>();
        for (int i = 0; i < points.ids().size(); i++) {
            rows.put(points.ids().get(i), i);
        }
        return new Values(values(ids, rows, points.truth()), values(ids, rows, points.predicted()));
    }

    private static List<Double> values(List<String> ids, Map<String, Integer> rows, List<Double> of) {
        List<Double> values = new ArrayList<>();
        for (String id : ids) {
            Integer row = rows.get(id);
            values.add(row == null ? null : PageJson.rounded(of.get(row)));
        }
        return values;
    }
}
