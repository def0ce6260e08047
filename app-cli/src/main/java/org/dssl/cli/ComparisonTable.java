package org.dssl.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dssl.domain.crystal.Elements;
import org.dssl.domain.statistics.DatasetComparison;
import org.dssl.domain.statistics.DatasetProfile;
import org.dssl.domain.statistics.Duplicates;
import org.dssl.domain.statistics.Outlook;
import org.dssl.domain.statistics.Quantity;
import org.dssl.domain.statistics.Sample;
import org.dssl.domain.symmetry.CrystalSystem;

/** Two data sets side by side, for people. */
final class ComparisonTable {
    private static final int ELEMENTS = 8;
    private static final int LISTED = 12;
    private static final int PAIRS = 3;

    private final DatasetComparison comparison;
    private final DatasetProfile a;
    private final DatasetProfile b;

    ComparisonTable(DatasetComparison comparison) {
        this.comparison = comparison;
        a = comparison.a();
        b = comparison.b();
    }

    String text() {
        StringBuilder text = new StringBuilder();
        fact(text, "A", profile(a));
        fact(text, "B", profile(b));
        quantities(text);
        systems(text);
        elements(text);
        text.append('\n');
        verdicts(text);
        comparison.outlook().warnings().forEach(warning -> text.append("\n warning   ")
                .append(warning)
                .append('\n'));
        return text.toString();
    }

    private static String profile(DatasetProfile profile) {
        String skipped = profile.skipped() == 0 ? "" : String.format(Locale.ROOT, ", %,d skipped", profile.skipped());
        return String.format(
                Locale.ROOT,
                "%s: %,d %s%s, %,d atoms, %d elements",
                profile.name(),
                profile.size(),
                profile.size() == 1 ? "crystal" : "crystals",
                skipped,
                profile.elements().atoms(),
                profile.elements().elements().size());
    }

    private void quantities(StringBuilder text) {
        text.append(String.format(
                "%n %-26s %8s %8s %8s  %8s %8s %8s  %8s%n",
                "", "A  5 %", "median", "95 %", "B  5 %", "median", "95 %", "distance"));
        for (Quantity quantity : Quantity.values()) {
            String name = quantity.text() + (quantity.unit().isEmpty() ? "" : ", " + quantity.unit());
            Sample ofA = a.quantities().get(quantity);
            Sample ofB = b.quantities().get(quantity);
            text.append(String.format(
                    Locale.ROOT,
                    " %-26s %s  %s  %8.2f%n",
                    name,
                    quantiles(ofA, quantity),
                    quantiles(ofB, quantity),
                    ofA.distance(ofB)));
        }
        text.append(" a to γ: of the reduced primitive cell. Distance: the largest gap between the two cumulative\n"
                + " distributions (Kolmogorov–Smirnov), 0 to 1.\n");
    }

    private static String quantiles(Sample sample, Quantity quantity) {
        String format = quantity.unit().isEmpty() ? "%8.0f" : "%8.2f";
        return String.format(
                Locale.ROOT,
                format + " " + format + " " + format,
                sample.quantile(0.05),
                sample.quantile(0.5),
                sample.quantile(0.95));
    }

    private void systems(StringBuilder text) {
        text.append(String.format("%n %-26s %8s %8s%n", "share of crystals", "A", "B"));
        for (CrystalSystem system : CrystalSystem.values()) {
            String name = system.name().toLowerCase(Locale.ROOT);
            text.append(shares(name, a.systems().get(system), b.systems().get(system)));
        }
    }

    private void elements(StringBuilder text) {
        text.append(String.format("%n %-26s %8s %8s%n", "share of atoms", "A", "B"));
        List<Integer> elements = comparison.byDifference();
        for (int number : elements.subList(0, Math.min(ELEMENTS, elements.size()))) {
            text.append(shares(
                    Elements.symbol(number),
                    a.elements().ofAtoms(number),
                    b.elements().ofAtoms(number)));
        }
        if (elements.size() > ELEMENTS) {
            text.append(" The ")
                    .append(ELEMENTS)
                    .append(" elements that differ most of ")
                    .append(elements.size())
                    .append("; --json has all.\n");
        }
    }

    private static String shares(String name, double ofA, double ofB) {
        return String.format(Locale.ROOT, " %-26s %6.1f %% %6.1f %%%n", name, 100 * ofA, 100 * ofB);
    }

    private void verdicts(StringBuilder text) {
        Outlook outlook = comparison.outlook();
        fact(
                text,
                "elements",
                String.format(
                        Locale.ROOT,
                        "divergence %.3f (Jensen–Shannon; 0 the same shares of atoms, 1 none in common)",
                        outlook.divergence()));
        fact(text, "not in A", comparison.absent().isEmpty() ? "no element of B" : symbols(comparison.absent()));
        Duplicates duplicates = comparison.duplicates();
        fact(text, "same", share(duplicates.found().size()) + " are in A too" + examples(duplicates.found()));
        fact(text, "formula", share(duplicates.sameFormula()) + " have a reduced formula that A has");
    }

    private static String symbols(List<Integer> numbers) {
        String some = numbers.stream().limit(LISTED).map(Elements::symbol).collect(Collectors.joining(", "));
        return numbers.size() > LISTED ? some + ", … (" + numbers.size() + ")" : some;
    }

    private String share(int crystals) {
        return String.format(
                Locale.ROOT, "%,d of %,d crystals of B (%.1f %%)", crystals, b.size(), 100.0 * crystals / b.size());
    }

    private static String examples(List<Duplicates.Pair> pairs) {
        return pairs.isEmpty()
                ? ""
                : pairs.stream()
                        .limit(PAIRS)
                        .map(pair -> pair.b() + " as " + pair.a())
                        .collect(Collectors.joining(", ", "\n           ", pairs.size() > PAIRS ? ", …" : ""));
    }

    private static void fact(StringBuilder text, String name, String value) {
        text.append(String.format(" %-9s %s%n", name, value));
    }
}
