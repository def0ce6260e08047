package org.dssl.adapters.io.structure.cif;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dssl.adapters.io.structure.ElementSymbols;
import org.dssl.domain.crystal.Elements;

/**
 * Elements from type symbols ({@code Fe3+}, {@code O2-}, {@code CL}) and from labels ({@code Ti1}, {@code O1A},
 * {@code Ow2}). What letters of a label belong to the symbol is not always plain ({@code CA1}, {@code Wat}): the
 * chemical formula, where the file has one, decides.
 */
final class CifElements {
    private static final Pattern HYDRIDE =
            Pattern.compile("[Ww]at(er)?|[HD]2O|O[HD]2?-?|NH[2-4][+]?|CH[2-4]"); // not ND3, which may be neodymium
    private static final Pattern WATER = Pattern.compile("[Ww]at(er)?[0-9]*");

    private static final Pattern PART =
            Pattern.compile("([01]?\\.[0-9]{1,9})(?:\\([0-9]+\\))?\\s*([A-Z][A-Za-z0-9]{0,5})");
    private static final Pattern COUNTED = Pattern.compile("([A-Z][a-z]?)([0-9]+\\.?[0-9]*|\\.[0-9]+)?");

    /** Atomic numbers; empty if the file has no formula. */
    private final Set<Integer> formula = new HashSet<>();

    /** @param chemicalFormula as {@code C24 H20 Cl2}, or null */
    CifElements(String chemicalFormula) {
        for (int i = 0; chemicalFormula != null && i < chemicalFormula.length(); i++) {
            if (upper(chemicalFormula.charAt(i))) {
                boolean two = i + 1 < chemicalFormula.length() && lower(chemicalFormula.charAt(i + 1));
                ElementSymbols.number(chemicalFormula.substring(i, i + (two ? 2 : 1)))
                        .ifPresent(formula::add);
            }
        }
    }

    /** How many of each element a formula such as {@code C24 H20 Cl2.5} counts. */
    static Map<Integer, Double> counts(String chemicalFormula) {
        Map<Integer, Double> counts = new HashMap<>();
        Matcher part = COUNTED.matcher(chemicalFormula);
        while (part.find()) {
            double count = part.group(2) == null ? 1 : Double.parseDouble(part.group(2));
            ElementSymbols.number(part.group(1)).ifPresent(number -> counts.merge(number, count, Double::sum));
        }
        return counts;
    }

    /** The parts of a mixture such as {@code 0.967(4)Mg + 0.033(4)Fe}; empty if the symbol is none. */
    static Map<String, Double> mixture(String type) {
        Map<String, Double> parts = new LinkedHashMap<>();
        if (type == null || type.indexOf('+') < 0 || !type.matches("[0-9.].{4,200}")) {
            return parts;
        }
        for (String text : type.split("\\+")) {
            Matcher part = PART.matcher(text.strip());
            if (!part.matches()) {
                return Map.of();
            }
            parts.merge(part.group(2), Double.parseDouble(part.group(1)), Double::sum);
        }
        return parts;
    }

    boolean formulaHas(int atomicNumber) {
        return formula.contains(atomicNumber);
    }

    /** Whether a type symbol means a group of which one atom has a position: {@code NH3}, {@code OH}, water. */
    static boolean isHydride(String type) {
        return type != null && HYDRIDE.matcher(type).matches();
    }

    /** Whether a label means the oxygen of a water molecule: {@code Wat1}. */
    static boolean isWater(String label) {
        return label != null && WATER.matcher(label).matches();
    }

    /** @throws IllegalArgumentException if there is no such element */
    int ofType(String type) {
        if (isHydride(type)) {
            return heavyAtom(type);
        }
        int letters = letters(type);
        String symbol = letters == 0 || letters > 2 ? type : proper(type.substring(0, letters));
        return ElementSymbols.number(symbol)
                .orElseThrow(() -> new IllegalArgumentException(ElementSymbols.unknown(symbol)));
    }

    private static int heavyAtom(String hydride) {
        return hydride.startsWith("N") ? 7 : hydride.startsWith("C") ? 6 : 8;
    }

    /** @throws IllegalArgumentException if the label names no element, or may name two */
    int ofLabel(String label) {
        if (isWater(label)) {
            return heavyAtom(label);
        }
        int letters = letters(label);
        int one = letters > 0 ? number(label.substring(0, 1)) : 0;
        int two = letters > 1 ? number(label.substring(0, 2)) : 0;
        boolean isotope = one == 1 && !proper(label.substring(0, 1)).equals("H");
        if (isotope && letters > 1) {
            one = 0; // TI1 is titanium and DU a dummy: D and T are isotopes only alone
        }
        if (formula.isEmpty() && letters > 1 && lower(label.charAt(1))) {
            one = 0; // Wat is no tungsten
        } else if (!formula.isEmpty()) {
            one = formula.contains(one) ? one : 0;
            two = formula.contains(two) ? two : 0;
        }
        if (one > 0 && two > 0 && upper(label.charAt(1))) {
            throw new IllegalArgumentException("\"" + label + "\" may mean " + proper(label.substring(0, 1)) + " or "
                    + proper(label.substring(0, 2)) + "; add _atom_site_type_symbol");
        }
        if (one == 0 && two == 0) {
            String symbol = letters > 1 ? proper(label.substring(0, 2)) : "";
            if (Elements.number(symbol).isPresent() && formula.isEmpty()) {
                throw new IllegalArgumentException(ElementSymbols.unknown(symbol));
            }
            throw new IllegalArgumentException("\"" + label + "\" begins with no element's symbol"
                    + (formula.isEmpty() ? "" : " that is in _chemical_formula_sum")
                    + "; add _atom_site_type_symbol");
        }
        return two > 0 ? two : one;
    }

    private static int number(String letters) {
        return ElementSymbols.number(proper(letters)).orElse(0);
    }

    private static int letters(String text) {
        int count = 0;
        while (count < text.length() && (upper(text.charAt(count)) || lower(text.charAt(count)))) {
            count++;
        }
        return count;
    }

    private static String proper(String letters) {
        return letters.substring(0, 1).toUpperCase(Locale.ROOT)
                + letters.substring(1).toLowerCase(Locale.ROOT);
    }

    private static boolean upper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean lower(char c) {
        return c >= 'a' && c <= 'z';
    }
}
