package org.dssl.adapters.io.hostile;

/** Edits of byte arrays, and where words, numbers and lines stand in them. */
final class Bytes {
    private Bytes() {}

    static byte[] with(byte[] text, int at, int value) {
        byte[] copy = text.clone();
        if (at < copy.length) {
            copy[at] = (byte) value;
        }
        return copy;
    }

    static byte[] insert(byte[] text, int start, int end, byte[] word) {
        return join(join(text, 0, start, word, 0, word.length), 0, start + word.length, text, end, text.length);
    }

    static byte[] join(byte[] a, int aFrom, int aTo, byte[] b, int bFrom, int bTo) {
        byte[] joined = new byte[aTo - aFrom + bTo - bFrom];
        System.arraycopy(a, aFrom, joined, 0, aTo - aFrom);
        System.arraycopy(b, bFrom, joined, aTo - aFrom, bTo - bFrom);
        return joined;
    }

    static int wordStart(byte[] text, int at) {
        int start = at;
        while (start > 0 && text[start - 1] > ' ') {
            start--;
        }
        return start;
    }

    static int wordEnd(byte[] text, int at) {
        int end = at;
        while (end < text.length && text[end] > ' ') {
            end++;
        }
        return end;
    }

    /** Of the next number. */
    static int numberStart(byte[] text, int at) {
        int start = at;
        while (start < text.length && !isNumber(text[start])) {
            start++;
        }
        return start;
    }

    static int numberEnd(byte[] text, int at) {
        int end = numberStart(text, at);
        while (end < text.length && isNumber(text[end])) {
            end++;
        }
        return end;
    }

    static boolean isNumber(byte c) {
        return c >= '0' && c <= '9' || c == '.';
    }

    static int lineStart(byte[] text, int at) {
        int start = at;
        while (start > 0 && text[start - 1] != '\n') {
            start--;
        }
        return start;
    }

    static int lineEnd(byte[] text, int at) {
        int end = at;
        while (end < text.length && text[end] != '\n') {
            end++;
        }
        return Math.min(text.length, end + 1);
    }
}
