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

    /** The atomic number; D and T are hydrogen. */
    public static OptionalInt number(String symbol) {
        return symbol.equals("D") || symbol.equals("T") ? OptionalInt.of(1) : Elements.number(symbol);
    }

    /** "Xx" is no element … */
    public static String unknown(String symbol) {
        return "\"" + symbol + "\" is no element. " + Suggestions.didYouMean(symbol, KNOWN) + "Known are H to "
                + Elements.symbol(Elements.KNOWN) + ", and D and T as hydrogen";
    }
}
