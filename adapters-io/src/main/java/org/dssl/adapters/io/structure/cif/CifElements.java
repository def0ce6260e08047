package org.dssl.adapters.io.structure.cif;

import java.util.HashSet;
import java.util.Set;
import org.dssl.adapters.io.structure.ElementSymbols;

/**
 * Elements from type symbols ({@code Fe3+}, {@code O2-}, {@code CL}) and from labels ({@code Ti1}, {@code O1A},
 * {@code OW2}). In a label, capitals after the first may belong to the symbol or not: the chemical formula decides.
 */
final class CifElements {
    private final Set<String> formula = new HashSet<>();

    /** @param chemicalFormula as {@code 'C24 H20 Cl2'}, or null */
    CifElements(String chemicalFormula) {
        for (int i = 0; chemicalFormula != null && i < chemicalFormula.length(); i++) {
            if (upper(chemicalFormula.charAt(i))) {
                boolean two = i + 1 < chemicalFormula.length() && lower(chemicalFormula.charAt(i + 1));
                formula.add(chemicalFormula.substring(i, i + (two ? 2 : 1)));
            }
        }
    }

    /** @throws IllegalArgumentException if there is no such element */
    int ofType(String type) {
        int letters = letters(type);
        String symbol = letters == 0 || letters > 2 ? type : proper(type.substring(0, letters));
        return ElementSymbols.number(symbol)
                .orElseThrow(() -> new IllegalArgumentException(ElementSymbols.unknown(symbol)));
    }

    /** @throws IllegalArgumentException if the label names no element, or two */
    int ofLabel(String label) {
        int letters = letters(label);
        String one = letters > 0 ? proper(label.substring(0, 1)) : "";
        String two = letters > 1 ? proper(label.substring(0, 2)) : "";
        boolean isTwo = !two.isEmpty() && known(two);
        boolean isOne = !one.isEmpty() && known(one) && (letters == 1 || !isTritium(one));
        if (isTwo && isOne && upper(label.charAt(1))) {
            if (formula.contains(two) == formula.contains(one)) {
                throw new IllegalArgumentException("label \"" + label + "\" may mean " + one + " or " + two
                        + "; add _atom_site_type_symbol or _chemical_formula_sum");
            }
            isTwo = formula.contains(two);
        }
        String symbol = isTwo ? two : one;
        if (!isTwo && !isOne) {
            throw new IllegalArgumentException("label \"" + label + "\" begins with no element's symbol");
        }
        return ElementSymbols.number(symbol).orElseThrow();
    }

    private static boolean known(String symbol) {
        return ElementSymbols.number(symbol).isPresent();
    }

    /** {@code TI1} is titanium, {@code DU} a dummy: only alone are D and T isotopes. */
    private static boolean isTritium(String symbol) {
        return symbol.equals("T") || symbol.equals("D");
    }

    private static int letters(String text) {
        int count = 0;
        while (count < text.length() && (upper(text.charAt(count)) || lower(text.charAt(count)))) {
            count++;
        }
        return count;
    }

    private static String proper(String letters) {
        char first = letters.charAt(0);
        String rest = letters.length() > 1 ? "" + (char) (letters.charAt(1) | 32) : "";
        return (lower(first) ? (char) (first - 32) : first) + rest;
    }

    private static boolean upper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean lower(char c) {
        return c >= 'a' && c <= 'z';
    }
}
