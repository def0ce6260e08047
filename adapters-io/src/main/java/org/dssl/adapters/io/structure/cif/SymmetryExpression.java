package org.dssl.adapters.io.structure.cif;

/** A sum of signed x, y, z and numbers; a number may be a fraction. */
final class SymmetryExpression {
    private final String text;
    private int at;

    SymmetryExpression(String text) {
        this.text = text;
    }

    void read(int[] rotation, double[] shift, int row) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("an expression is empty");
        }
        while (at < text.length()) {
            int sign = sign();
            int axis = at < text.length() ? "xyz".indexOf(Character.toLowerCase(text.charAt(at))) : -1;
            if (axis >= 0) {
                rotation[3 * row + axis] += sign;
                at++;
                skipBlanks();
            } else {
                shift[row] += sign * fraction();
            }
        }
    }

    private int sign() {
        char c = text.charAt(at);
        if (c != '+' && c != '-') {
            if (at > 0) {
                throw new IllegalArgumentException("+ or - is missing before \"" + text.substring(at) + "\"");
            }
            return 1;
        }
        at++;
        skipBlanks();
        return c == '-' ? -1 : 1;
    }

    private double fraction() {
        double value = number();
        if (at < text.length() && text.charAt(at) == '/') {
            at++;
            skipBlanks();
            value /= number();
        }
        return value;
    }

    private double number() {
        int start = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        if (at == start) {
            throw new IllegalArgumentException("x, y, z or a number is expected at \"" + text.substring(start) + "\"");
        }
        double value;
        try {
            value = Double.parseDouble(text.substring(start, at));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + text.substring(start, at) + "\" is not a number", e);
        }
        skipBlanks();
        return value;
    }

    private void skipBlanks() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }
}
