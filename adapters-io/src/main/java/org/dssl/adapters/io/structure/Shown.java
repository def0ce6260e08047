package org.dssl.adapters.io.structure;

/** Text of a file within a message: short, on one line, printable. */
public final class Shown {
    private static final int MOST = 60;

    private Shown() {}

    public static String text(String found) {
        return text(found, MOST);
    }

    public static String text(String found, int most) {
        String shown = found.length() > most ? found.substring(0, most) + "…" : found;
        StringBuilder printable = new StringBuilder(shown.length());
        shown.codePoints()
                .forEach(c -> printable.appendCodePoint(
                        Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? '\uFFFD' : c));
        return printable.toString();
    }

    public static String quoted(String found) {
        return "\"" + text(found) + "\"";
    }
}
