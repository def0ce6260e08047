package org.dssl.adapters.io.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dssl.ports.run.CrystalName;

/** What crystals are made of, by their ids; of an id that stands for different formulas nothing is known. */
final class Formulas {
    private static final Pattern SYMBOL = Pattern.compile("[A-Z][a-z]?");
    private static final String AMBIGUOUS = "";

    private final Map<String, String> byId = new HashMap<>();

    Formulas(List<CrystalName> crystals) {
        crystals.forEach(crystal ->
                byId.merge(crystal.id(), crystal.formula(), (one, other) -> one.equals(other) ? one : AMBIGUOUS));
    }

    /** Symbols of the elements; none if unknown. */
    SortedSet<String> elements(String id) {
        SortedSet<String> elements = new TreeSet<>();
        Matcher symbols = SYMBOL.matcher(byId.getOrDefault(id, AMBIGUOUS));
        while (symbols.find()) {
            elements.add(symbols.group());
        }
        return elements;
    }

    /** Of those ids of which it is known. */
    Map<String, String> of(List<String> ids) {
        Map<String, String> known = new TreeMap<>();
        for (String id : ids) {
            String formula = byId.getOrDefault(id, AMBIGUOUS);
            if (!formula.equals(AMBIGUOUS)) {
                known.put(id, formula);
            }
        }
        return known;
    }
}
