package org.dssl.adapters.io.structure.poscar;

import org.dssl.adapters.io.structure.BadStructureException;
import org.dssl.adapters.io.structure.Shown;

/** What stands in a line, divided by blanks; {@code !} and {@code #} begin a comment. */
record Fields(String[] texts, int line) {
    private static final String NUMBER = "[-+]?([0-9]++(\\.[0-9]*+)?|\\.[0-9]++)([eEdD][-+]?[0-9]{1,3})?";

    static Fields of(String text, int line) {
        String plain = text.split("[!#]", 2)[0].strip();
        return new Fields(plain.isEmpty() ? new String[0] : plain.split("\\s+"), line);
    }

    /** Whether the line begins with so many numbers, and no more. */
    static boolean isNumbers(String text, int count) {
        String[] texts = of(text, 0).texts;
        int numbers = 0;
        while (numbers < texts.length && texts[numbers].matches(NUMBER)) {
            numbers++;
        }
        return numbers == count;
    }

    int size() {
        return texts.length;
    }

    double number(int index, String what) throws BadStructureException {
        if (index >= texts.length) {
            throw new BadStructureException(line, what + " is missing; the line has " + texts.length + " values");
        }
        if (!texts[index].matches(NUMBER)) {
            throw new BadStructureException(line, what + ": " + Shown.quoted(texts[index]) + " is not a number");
        }
        return Double.parseDouble(texts[index].replace('d', 'e').replace('D', 'e'));
    }

    double[] three(String what) throws BadStructureException {
        return new double[] {number(0, what), number(1, what), number(2, what)};
    }
}
