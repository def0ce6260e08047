package org.dssl.adapters.io.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.dssl.domain.crystal.Elements;
import org.dssl.domain.statistics.ElementShares;
import org.dssl.ports.run.DataFacts;
import org.dssl.ports.run.RunFolder;

/** Which elements the sets of a run consist of: shares of the atoms and of the crystals, set by set. */
final class SetShares {
    private SetShares() {}

    /** @param elements by atomic number; of each the shares in the sets' order */
    record Page(List<String> sets, Double divergence, List<String> absent, List<Element> elements) {}

    record Element(String element, List<Double> atoms, List<Double> crystals) {}

    /** Empty if the run has kept nothing of its data. */
    static Optional<Page> of(RunFolder run) {
        Map<DataFacts.Set, ElementShares> sets = new LinkedHashMap<>();
        for (DataFacts.Set set : DataFacts.Set.values()) {
            run.data(set).ifPresent(facts -> sets.put(set, shares(facts)));
        }
        // The pretraining of this run, or of the one it starts from, before what it is fine-tuned on.
        ElementShares elsewhere = sets.remove(DataFacts.Set.PRETRAINED_ELSEWHERE);
        Map<String, ElementShares> named = new LinkedHashMap<>();
        if (elsewhere != null) {
            named.put(DataFacts.Set.PRETRAINING.text(), elsewhere);
        }
        sets.forEach((set, shares) -> named.put(set.text(), shares));
        return named.isEmpty() ? Optional.empty() : Optional.of(page(named));
    }

    private static ElementShares shares(DataFacts facts) {
        Map<Integer, ElementShares.Count> counts = new TreeMap<>();
        facts.elements()
                .forEach((symbol, count) -> counts.put(Elements.number(symbol).orElseThrow(), count));
        return ElementShares.of(facts.crystals(), counts);
    }

    private static Page page(Map<String, ElementShares> named) {
        List<ElementShares> sets = new ArrayList<>(named.values());
        TreeSet<Integer> numbers = new TreeSet<>();
        sets.forEach(set -> numbers.addAll(set.elements()));
        List<Element> elements = numbers.stream()
                .map(number -> new Element(
                        Elements.symbol(number),
                        each(sets, set -> set.ofAtoms(number)),
                        each(sets, set -> set.ofCrystals(number))))
                .toList();
        boolean two = sets.size() == 2;
        List<String> absent = new ArrayList<>();
        if (two) {
            sets.get(1).elements().stream()
                    .filter(number -> sets.get(0).ofCrystals(number) == 0)
                    .forEach(number -> absent.add(Elements.symbol(number)));
        }
        Double divergence = two ? sets.get(0).divergence(sets.get(1)) : null;
        return new Page(List.copyOf(named.keySet()), divergence, absent, elements);
    }

    private static List<Double> each(List<ElementShares> sets, ToDoubleFunction<ElementShares> share) {
        return sets.stream()
                .map(set -> PageJson.rounded(share.applyAsDouble(set)))
                .toList();
    }
}
