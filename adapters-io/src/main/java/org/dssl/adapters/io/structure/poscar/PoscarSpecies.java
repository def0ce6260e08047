package org.dssl.adapters.io.structure.poscar;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dssl.adapters.io.structure.BadStructureException;
import org.dssl.adapters.io.structure.ElementSymbols;
import org.dssl.adapters.io.structure.Limits;
import org.dssl.adapters.io.structure.Shown;

/** The elements in their order, and how many atoms of each. */
record PoscarSpecies(int[] elements, int[] counts) {
    private static final Pattern PART = Pattern.compile("([A-Z][a-z]?)([0-9]{0,5}) *");
    private static final int LONGEST = 100;

    /** @param named whether the symbols have a line of their own; otherwise they are those of the comment, if these fit */
    static PoscarSpecies of(Fields symbols, Fields counts, boolean named) throws BadStructureException {
        int[] numbers = counts(counts);
        int[] elements = named ? elements(symbols) : ofComment(symbols, numbers);
        if (elements.length != numbers.length) {
            throw new BadStructureException(
                    counts.line(),
                    named
                            ? elements.length + " element symbols, but " + numbers.length + " numbers of atoms"
                            : "the file names no elements (VASP 4), and its comment is neither the " + numbers.length
                                    + " symbols nor the formula of them: "
                                    + Shown.quoted(String.join(" ", symbols.texts()))
                                    + ". Write the symbols in a line before the numbers of atoms");
        }
        return new PoscarSpecies(elements, numbers);
    }

    private static int[] elements(Fields symbols) throws BadStructureException {
        int[] elements = new int[symbols.size()];
        for (int i = 0; i < elements.length; i++) {
            String symbol = symbols.texts()[i].split("[_/]", 2)[0]; // Fe_pv, C/0123…: potentials
            elements[i] = ElementSymbols.number(symbol)
                    .orElseThrow(() -> new BadStructureException(symbols.line(), ElementSymbols.unknown(symbol)));
        }
        return elements;
    }

    /** Of {@code Fe O}, or of {@code Fe2O3} where its numbers are in proportion to those of the atoms; else none. */
    private static int[] ofComment(Fields comment, int[] counts) {
        String text = String.join(" ", comment.texts());
        Matcher part = PART.matcher(text.length() > LONGEST ? "" : text);
        boolean formula = text.matches(".*[0-9].*");
        int[] elements = new int[counts.length];
        int size = 0;
        int end = 0;
        while (part.find() && part.start() == end) {
            OptionalInt number = ElementSymbols.number(part.group(1));
            int count = part.group(2).isEmpty() ? 1 : Integer.parseInt(part.group(2));
            boolean fits =
                    size < counts.length && (!formula || (long) count * counts[0] == (long) counts[size] * first(text));
            if (number.isEmpty() || !fits) {
                return new int[0];
            }
            elements[size++] = number.getAsInt();
            end = part.end();
        }
        return end == text.length() && size == counts.length ? elements : new int[0];
    }

    private static int first(String formula) {
        Matcher part = PART.matcher(formula);
        return !part.find() || part.group(2).isEmpty() ? 1 : Integer.parseInt(part.group(2));
    }

    private static int[] counts(Fields line) throws BadStructureException {
        int[] counts = new int[line.size()];
        long sum = 0;
        for (int i = 0; i < counts.length; i++) {
            if (!line.texts()[i].matches("[0-9]{1,9}")) {
                throw new BadStructureException(
                        line.line(), "a number of atoms must stand here, not " + Shown.quoted(line.texts()[i]));
            }
            counts[i] = Integer.parseInt(line.texts()[i]);
            sum += counts[i];
        }
        Limits.requireAtoms(sum, line.line());
        if (sum == 0) {
            throw new BadStructureException(line.line(), "the numbers of atoms are missing or 0");
        }
        return counts;
    }

    int atoms() {
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }

    /** Of each atom. */
    int[] atomicNumbers() {
        int[] numbers = new int[atoms()];
        int atom = 0;
        for (int i = 0; i < counts.length; i++) {
            for (int k = 0; k < counts[i]; k++) {
                numbers[atom++] = elements[i];
            }
        }
        return numbers;
    }
}
