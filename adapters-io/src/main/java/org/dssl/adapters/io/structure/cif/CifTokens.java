package org.dssl.adapters.io.structure.cif;

import java.nio.charset.StandardCharsets;

/**
 * Splits a CIF into tokens, in one pass over its bytes (grammar: IUCr, CIF 1.1 syntax). After {@link #next} the fields
 * tell where the token stands; of a quoted value or a text field they bound what is inside. Any of LF, CR and CR LF
 * ends a line.
 */
final class CifTokens {
    /** What a token is. */
    enum Kind {
        DATA,
        LOOP,
        TAG,
        VALUE,
        /** {@code save_}, {@code stop_}, {@code global_}: they occur in dictionaries, not in structures. */
        OTHER,
        END
    }

    private final byte[] text;
    private int at;
    private int lineAt = 1;

    int start;
    int end;
    int line;
    /** Quotes or semicolons stood around the value, so that {@code '.'} is a point, not an absent value. */
    boolean quoted;
    /** The line on which a text field begins that never ends; 0 if there is none. */
    int openText;

    CifTokens(byte[] text) {
        this.text = text;
        boolean mark = text.length > 2 && (text[0] & 255) == 0xEF && (text[1] & 255) == 0xBB && (text[2] & 255) == 0xBF;
        this.at = mark ? 3 : 0;
    }

    Kind next() {
        skipBlank();
        quoted = false;
        line = lineAt;
        start = at;
        end = at;
        if (at >= text.length) {
            return Kind.END;
        }
        byte first = text[at];
        if (first == ';' && startsLine(at)) {
            return textField();
        }
        if (first == '\'' || first == '"') {
            return quotedValue(first);
        }
        while (at < text.length && !blank(text[at])) {
            at++;
        }
        end = at;
        return first == '_' ? Kind.TAG : keyword();
    }

    private void skipBlank() {
        while (at < text.length) {
            byte c = text[at];
            if (c == '#') {
                while (at < text.length && !endsLine(text[at])) {
                    at++;
                }
            } else if (blank(c)) {
                step(c);
            } else {
                return;
            }
        }
    }

    /** Passes one byte, counting lines; the LF of CR LF is not counted again. */
    private void step(byte c) {
        if (c == '\n' ? at == 0 || text[at - 1] != '\r' : c == '\r') {
            lineAt++;
        }
        at++;
    }

    private Kind textField() {
        start = ++at;
        quoted = true;
        while (at < text.length) {
            byte c = text[at];
            if (endsLine(c) && at + 1 < text.length && text[at + 1] == ';') {
                end = at > start && c == '\n' && text[at - 1] == '\r' ? at - 1 : at;
                step(c);
                at++;
                return Kind.VALUE;
            }
            step(c);
        }
        end = at;
        openText = line;
        return Kind.VALUE;
    }

    /** Ends at the same quote before a blank: {@code 'a dog's life'} is one value. Without one, the line ends it. */
    private Kind quotedValue(byte quote) {
        start = ++at;
        quoted = true;
        while (at < text.length && !endsLine(text[at])) {
            if (text[at] == quote && (at + 1 == text.length || blank(text[at + 1]))) {
                end = at++;
                return Kind.VALUE;
            }
            at++;
        }
        end = at;
        return Kind.VALUE;
    }

    private Kind keyword() {
        int length = end - start;
        if (length >= 5 && text[start + 4] == '_') {
            if (is("data_")) {
                return Kind.DATA;
            }
            if (length == 5 && is("loop_")) {
                return Kind.LOOP;
            }
            if (is("save_") || length == 5 && is("stop_")) {
                return Kind.OTHER;
            }
        }
        return length == 7 && is("global_") ? Kind.OTHER : Kind.VALUE;
    }

    private boolean is(String lowerCase) {
        for (int i = 0; i < lowerCase.length(); i++) {
            byte c = text[start + i];
            if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean startsLine(int index) {
        return index == 0 || endsLine(text[index - 1]);
    }

    private static boolean endsLine(byte c) {
        return c == '\n' || c == '\r';
    }

    private static boolean blank(byte c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r';
    }

    String text() {
        return new String(text, start, end - start, StandardCharsets.UTF_8);
    }

    /** A tag in lower case, with the dots of newer dictionaries as underscores: {@code _atom_site.label} is the same. */
    String key() {
        byte[] name = new byte[end - start];
        for (int i = 0; i < name.length; i++) {
            byte c = text[start + i];
            name[i] = c == '.' ? (byte) '_' : c >= 'A' && c <= 'Z' ? (byte) (c + 32) : c;
        }
        return new String(name, StandardCharsets.UTF_8);
    }

    /** What follows {@code data_}. */
    String blockName() {
        return new String(text, start + 5, end - start - 5, StandardCharsets.UTF_8);
    }
}
