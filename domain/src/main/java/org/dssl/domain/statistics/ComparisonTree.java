package org.dssl.domain.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.dssl.domain.crystal.Elements;
import org.dssl.domain.symmetry.CrystalSystem;

/** A comparison as maps and lists, for JSON and pages. */
final class ComparisonTree {
    private final DatasetComparison comparison;
    private final DatasetProfile a;
    private final DatasetProfile b;

    ComparisonTree(DatasetComparison comparison) {
        this.comparison = comparison;
        a = comparison.a();
        b = comparison.b();
    }

    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("a", profile(a));
        tree.put("b", profile(b));
        tree.put("divergence", rounded(comparison.outlook().divergence()));
        tree.put("absent", symbols(comparison.absent()));
        tree.put("rare", symbols(comparison.outlook().rare()));
        tree.put("rare-atoms", rounded(comparison.outlook().rareShare()));
        tree.put("warnings", comparison.outlook().warnings());
        tree.put("same-formula", comparison.duplicates().sameFormula());
        tree.put(
                "duplicates",
                comparison.duplicates().found().stream()
                        .map(ComparisonTree::pair)
                        .toList());
        tree.put("duplicates-tolerance", Duplicates.TOLERANCE);
        tree.put("elements", elements());
        tree.put("quantities", quantities());
        tree.put("crystal-systems", systems());
        return tree;
    }

    private static Map<String, Object> profile(DatasetProfile profile) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", profile.name());
        tree.put("crystals", profile.size());
        tree.put("skipped", profile.skipped());
        tree.put("atoms", profile.elements().atoms());
        tree.put("elements", profile.elements().elements().size());
        return tree;
    }

    private static List<String> symbols(List<Integer> numbers) {
        return numbers.stream().map(Elements::symbol).toList();
    }

    private static Map<String, Object> pair(Duplicates.Pair pair) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("a", pair.a());
        tree.put("b", pair.b());
        tree.put("difference", rounded(pair.difference()));
        return tree;
    }

    private List<Map<String, Object>> elements() {
        List<Map<String, Object>> trees = new ArrayList<>();
        for (int number : comparison.elements()) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("element", Elements.symbol(number));
            tree.put("atoms", shares(a.elements().ofAtoms(number), b.elements().ofAtoms(number)));
            tree.put(
                    "crystals",
                    shares(a.elements().ofCrystals(number), b.elements().ofCrystals(number)));
            trees.add(tree);
        }
        return trees;
    }

    private List<Map<String, Object>> quantities() {
        List<Map<String, Object>> trees = new ArrayList<>();
        for (Quantity quantity : Quantity.values()) {
            Sample ofA = a.quantities().get(quantity);
            Sample ofB = b.quantities().get(quantity);
            Histogram histogram = Histogram.of(ofA, ofB, quantity.whole());
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("quantity", quantity.text());
            tree.put("unit", quantity.unit());
            tree.put("a", quantiles(ofA));
            tree.put("b", quantiles(ofB));
            tree.put("distance", rounded(ofA.distance(ofB)));
            tree.put("bins-from", histogram.low());
            tree.put("bin-width", histogram.width());
            tree.put("histogram-a", shares(histogram.a()));
            tree.put("histogram-b", shares(histogram.b()));
            trees.add(tree);
        }
        return trees;
    }

    private static Map<String, Object> quantiles(Sample sample) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("5%", sample.quantile(0.05));
        tree.put("median", sample.quantile(0.5));
        tree.put("95%", sample.quantile(0.95));
        return tree;
    }

    private List<Map<String, Object>> systems() {
        List<Map<String, Object>> trees = new ArrayList<>();
        for (CrystalSystem system : CrystalSystem.values()) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("system", system.name().toLowerCase(Locale.ROOT));
            tree.put("crystals", shares(a.systems().get(system), b.systems().get(system)));
            trees.add(tree);
        }
        return trees;
    }

    /** Of A, then of B; or of bin after bin. */
    private static List<Double> shares(double... values) {
        return DoubleStream.of(values).map(ComparisonTree::rounded).boxed().toList();
    }

    private static double rounded(double value) {
        return Math.round(value * 1e6) / 1e6;
    }
}
