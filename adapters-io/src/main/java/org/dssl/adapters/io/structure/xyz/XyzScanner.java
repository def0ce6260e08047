package org.dssl.adapters.io.structure.xyz;

import org.dssl.adapters.io.structure.BadStructureException;

/** A place in a comment line, and the kinds of text that may stand there. */
final class XyzScanner {
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";
    private static final int SHOWN = 20;

    private final String text;
    private final int line;
    private int at;

    XyzScanner(String text, int line) {
        this.text = text;
        this.line = line;
    }

    int at() {
        return at;
    }

    void backTo(int place) {
        at = place;
    }

    boolean atEnd() {
        return at == text.length();
    }

    char next() {
        return text.charAt(at);
    }

    boolean sees(char wanted) {
        return !atEnd() && next() == wanted;
    }

    void skip() {
        at++;
    }

    void skipBlanks() {
        while (!atEnd() && Character.isWhitespace(next())) {
            at++;
        }
    }

    void requireBlank() throws BadStructureException {
        if (!atEnd() && !Character.isWhitespace(next())) {
            throw problem(at, "a blank must stand before the next entry");
        }
    }

    /** Up to the next blank; a key also ends before its sign of equality. */
    String word(boolean key) throws BadStructureException {
        int start = at;
        int open = 0;
        while (!atEnd() && !Character.isWhitespace(next()) && !(key && next() == '=')) {
            if (next() == '"') {
                throw problem(start, "a quote stands within a word");
            }
            open += OPENING.indexOf(next()) >= 0 ? 1 : 0;
            open -= CLOSING.indexOf(next()) >= 0 ? 1 : 0;
            at++;
        }
        if (open != 0) {
            throw problem(start, "the brackets of a word do not match");
        }
        return text.substring(start, at);
    }

    /** Between two quotes as the next one. A backslash stands before what is meant as it is; {@code \n} is a new line. */
    String quoted() throws BadStructureException {
        int start = at;
        char quote = text.charAt(at++);
        StringBuilder value = new StringBuilder();
        while (!sees(quote)) {
            boolean escaped = sees('\\');
            at += escaped ? 1 : 0;
            if (atEnd()) {
                throw problem(start, "the quote " + quote + " is not closed");
            }
            value.append(escaped && next() == 'n' ? '\n' : next());
            at++;
        }
        at++;
        return value.toString();
    }

    /** Between a bracket and the next closing one; no other may open within. */
    String enclosed(char closing) throws BadStructureException {
        int start = at;
        char opening = text.charAt(at++);
        while (!sees(closing)) {
            if (atEnd() || next() == opening) {
                throw problem(start, opening + " is not closed");
            }
            at++;
        }
        return text.substring(start + 1, at++);
    }

    /** A list, or a list of lists, with its brackets. */
    String list() throws BadStructureException {
        int start = at;
        int depth = 0;
        do {
            if (atEnd()) {
                throw problem(start, "[ is not closed");
            }
            depth += sees('[') ? 1 : 0;
            depth -= sees(']') ? 1 : 0;
            if (depth > 2) {
                throw problem(start, "a list has more than two levels");
            }
            if (sees('"')) {
                quoted();
            } else {
                at++;
            }
        } while (depth > 0);
        return text.substring(start, at);
    }

    BadStructureException problem(int from, String reason) {
        boolean all = text.length() - from <= SHOWN;
        String found = all ? text.substring(from) : text.substring(from, from + SHOWN) + "…";
        return new BadStructureException(
                line,
                "column " + (from + 1) + " (" + found + "): " + reason
                        + ". Write key=value, key=\"a value\", key=[1, 2] or a flag");
    }
}
