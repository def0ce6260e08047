package org.dssl.adapters.io.structure.cif;

import java.nio.charset.StandardCharsets;

/** CIF's numbers: {@code -1.25}, {@code .5}, {@code 1.2E-3}, with the uncertainty in the last digits: {@code 5.4(12)}. */
final class CifNumber {
    /** The powers of ten that are doubles exactly, as are integers up to {@link #EXACT}: their quotient rounds once. */
    private static final double[] TENS = new double[23];

    private static final long EXACT = 1L << 53;

    static {
        TENS[0] = 1;
        for (int i = 1; i < TENS.length; i++) {
            TENS[i] = 10 * TENS[i - 1];
        }
    }

    private CifNumber() {}

    /** The number between two offsets; NaN if there is none. */
    static double parse(byte[] text, int start, int end) {
        int stop = beforeUncertainty(text, start, end);
        int at = start < stop && (text[start] == '-' || text[start] == '+') ? start + 1 : start;
        long digits = 0;
        int count = 0;
        int decimals = 0;
        boolean point = false;
        for (; at < stop; at++) {
            byte c = text[at];
            if (c == '.' && !point) {
                point = true;
            } else if (c >= '0' && c <= '9') {
                digits = digits < EXACT ? 10 * digits + (c - '0') : digits;
                count++;
                decimals += point ? 1 : 0;
            } else {
                break;
            }
        }
        if (count == 0) {
            return Double.NaN;
        }
        if (at == stop && digits < EXACT && decimals < TENS.length) {
            double value = digits / TENS[decimals];
            return text[start] == '-' ? -value : value;
        }
        return at == stop || exponent(text, at, stop)
                ? Double.parseDouble(new String(text, start, stop - start, StandardCharsets.US_ASCII))
                : Double.NaN;
    }

    /** Where the digits end if what follows is {@code (digits)} or nothing; else the start, so that nothing is left. */
    private static int beforeUncertainty(byte[] text, int start, int end) {
        if (end - start < 3 || text[end - 1] != ')') {
            return end;
        }
        int at = end - 2;
        while (at > start && text[at] >= '0' && text[at] <= '9') {
            at--;
        }
        return text[at] == '(' && at < end - 2 ? at : start;
    }

    private static boolean exponent(byte[] text, int at, int stop) {
        int i = at + 1;
        if (text[at] != 'e' && text[at] != 'E') {
            return false;
        }
        if (i < stop && (text[i] == '-' || text[i] == '+')) {
            i++;
        }
        int digits = i;
        while (i < stop && text[i] >= '0' && text[i] <= '9') {
            i++;
        }
        return i == stop && i > digits;
    }
}
