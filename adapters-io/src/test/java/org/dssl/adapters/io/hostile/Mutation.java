package org.dssl.adapters.io.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * One change of a file.
 *
 * @param from where, as a part of the file's length
 * @param length how far, likewise
 * @param choice which byte or word
 */
record Mutation(Kind kind, double from, double length, int choice) {

    /** What is done. */
    enum Kind {
        CUT_END,
        DELETE,
        REPEAT,
        REPEAT_OFTEN,
        MOVE,
        FLIP,
        BYTE,
        INSERT_WORD,
        REPLACE_WORD,
        REPLACE_NUMBER,
        DELETE_LINE,
        BLANKS,
        ZEROS
    }

    /** Words that mean something to one of the readers, or to the language they are written in. */
    private static final List<String> WORDS = List.of(
            "NaN",
            "Infinity",
            "-1",
            "0",
            "1e999",
            "-1e-320",
            "99999999999999999999",
            "0.5(",
            "1.5(3)",
            "?",
            ".",
            "''",
            "'",
            "\"",
            "\n;",
            "\n;\n",
            "loop_",
            "data_",
            "data_x\n",
            "save_",
            "global_",
            "#",
            "_cell_length_a",
            "_atom_site_label",
            "_atom_site_occupancy 0.5",
            "_atom_site_fract_x",
            "_symmetry_Int_Tables_number 227",
            "x,y,z",
            "-x,-y,-z",
            "1/0",
            "Xx",
            "H",
            "D",
            "Fm",
            "Lr",
            "\u0000",
            "\uFFFF",
            "é",
            "{",
            "}",
            "[",
            "]",
            "[[",
            "]]",
            ":",
            ",",
            "null",
            "true",
            "\\u0000",
            "\"structure\":",
            "\"data\":[",
            "\"index\":[",
            "\"columns\":[",
            "\"lattice_mat\":",
            "\"atoms\":{",
            "\"id\":",
            "\"cell\":",
            "\"frac\":",
            "\"elements\":",
            "Lattice=",
            "Properties=species:S:1:pos:R:3",
            "pbc=\"T T F\"",
            "=",
            "Direct",
            "Cartesian",
            "Selective dynamics",
            "-100",
            "Fe_pv",
            "1000000",
            "100000",
            "\r",
            "\n",
            "\t",
            ";",
            "|",
            "../",
            "C:\\",
            "PK\u0003\u0004",
            "ustar",
            "1e308",
            "1e-308",
            "0.0000001",
            "180",
            "179.99999",
            "1e6",
            "-0.0");

    byte[] apply(byte[] text) {
        int size = text.length;
        int start = Math.min(size, (int) (from * size));
        int end = Math.min(size, start + 1 + (int) (length * length * size));
        return switch (kind) {
            case CUT_END -> Arrays.copyOf(text, start);
            case DELETE -> Bytes.join(text, 0, start, text, end, size);
            case REPEAT -> Bytes.join(text, 0, end, text, start, size);
            case REPEAT_OFTEN -> often(text, start, Math.min(end, start + 80));
            case MOVE -> moved(text, start, end);
            case FLIP -> Bytes.with(text, start, start < size ? text[start] ^ 1 << (choice & 7) : 0);
            case BYTE -> Bytes.with(text, start, choice);
            case INSERT_WORD -> Bytes.insert(text, start, start, word());
            case REPLACE_WORD -> Bytes.insert(text, Bytes.wordStart(text, start), Bytes.wordEnd(text, start), word());
            case REPLACE_NUMBER ->
                Bytes.insert(text, Bytes.numberStart(text, start), Bytes.numberEnd(text, start), word());
            case DELETE_LINE ->
                Bytes.join(text, 0, Bytes.lineStart(text, start), text, Bytes.lineEnd(text, start), size);
            case BLANKS ->
                Bytes.insert(text, start, start, " ".repeat(1 + choice % 300).getBytes(StandardCharsets.US_ASCII));
            case ZEROS -> Bytes.insert(text, start, start, new byte[1 + choice % 600]);
        };
    }

    private byte[] word() {
        String word = WORDS.get(Math.floorMod(choice, WORDS.size()));
        return word.getBytes(choice % 5 == 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    private byte[] often(byte[] text, int start, int end) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(text, 0, start);
        for (int i = 0; i < 2 + Math.floorMod(choice, 40); i++) {
            out.write(text, start, end - start);
        }
        out.write(text, end, text.length - end);
        return out.toByteArray();
    }

    private byte[] moved(byte[] text, int start, int end) {
        byte[] rest = Bytes.join(text, 0, start, text, end, text.length);
        int to = rest.length == 0 ? 0 : Math.floorMod(choice * 7919, rest.length);
        return Bytes.insert(rest, to, to, Arrays.copyOfRange(text, start, end));
    }
}
