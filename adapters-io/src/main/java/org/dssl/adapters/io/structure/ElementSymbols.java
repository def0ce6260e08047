package org.dssl.adapters.io.structure;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.dssl.domain.crystal.Elements;
import org.dssl.domain.problem.Suggestions;

/** Element symbols as files write them. */
public final class ElementSymbols {
    private static final List<String> KNOWN =
            IntStream.rangeClosed(1, Elements.KNOWN).mapToObj(Elements::symbol).toList();

    private ElementSymbols() {}

    /** The atomic number, if a network can know the element; D and T are hydrogen. */
    public static OptionalInt number(String symbol) {
        if (symbol.equals("D") || symbol.equals("T")) {
            return OptionalInt.of(1);
        }
        OptionalInt number = Elements.number(symbol);
        return number.orElse(0) > Elements.KNOWN ? OptionalInt.empty() : number;
    }

    /** "Xx" is no element … */
    public static String unknown(String symbol) {
        boolean heavy = Elements.number(symbol).isPresent();
        return Shown.quoted(symbol) + " is "
                + (heavy
                        ? "beyond the table of elements. "
                        : "no element. " + (symbol.length() > 8 ? "" : Suggestions.didYouMean(symbol, KNOWN)))
                + "Known are H to " + Elements.symbol(Elements.KNOWN) + ", and D and T as hydrogen";
    }
}
