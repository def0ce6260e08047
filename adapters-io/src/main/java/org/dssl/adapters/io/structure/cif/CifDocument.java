package org.dssl.adapters.io.structure.cif;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dssl.adapters.io.structure.Limits;
import org.dssl.adapters.io.structure.UnreadableException;

/** The data blocks of a file. Values stay bytes of the file until one is asked for: most never are. */
final class CifDocument {
    /** Per value: start, end, line · 2 + (1 if quoted). */
    private static final int FIELDS = 3;

    private final byte[] text;
    private final List<CifBlock> blocks = new ArrayList<>();
    private int[] values = new int[FIELDS * 256];
    private int count;
    private int tags;

    /** @throws UnreadableException if it has more of anything than a file of structures has */
    CifDocument(byte[] text) throws UnreadableException {
        this.text = text;
        parse(new CifTokens(text));
    }

    List<CifBlock> blocks() {
        return blocks;
    }

    private void parse(CifTokens tokens) throws UnreadableException {
        CifBlock block = null;
        CifTokens.Kind kind = tokens.next();
        while (kind != CifTokens.Kind.END) {
            if (kind == CifTokens.Kind.DATA) {
                block = add(tokens.blockName(), tokens.line);
                kind = tokens.next();
            } else if (kind == CifTokens.Kind.LOOP) {
                block = block == null ? add("", tokens.line) : block;
                kind = loop(tokens, block);
            } else if (kind == CifTokens.Kind.TAG) {
                block = block == null ? add("", tokens.line) : block;
                String key = tokens.key();
                String tag = tokens.text();
                int line = tokens.line;
                int first = count;
                kind = values(tokens, tokens.next());
                countTags(1);
                block.add(key, new CifColumn(this, tag, line, first, 1, count - first, false));
            } else {
                kind = tokens.next(); // a keyword of dictionaries, or a value that belongs to no tag
            }
        }
        if (block != null) {
            block.openText(tokens.openText);
        }
    }

    private void countTags(int more) throws UnreadableException {
        tags += more;
        if (tags > Limits.CIF_TAGS) {
            throw new UnreadableException(
                    "the file has more than " + Limits.CIF_TAGS + " tags; such a CIF is not read");
        }
    }

    private CifBlock add(String name, int line) throws UnreadableException {
        countTags(1);
        CifBlock block = new CifBlock(name, line);
        blocks.add(block);
        return block;
    }

    private CifTokens.Kind loop(CifTokens tokens, CifBlock block) throws UnreadableException {
        List<String> keys = new ArrayList<>();
        List<String> tags = new ArrayList<>();
        int line = tokens.line;
        CifTokens.Kind kind = tokens.next();
        for (; kind == CifTokens.Kind.TAG; kind = tokens.next()) {
            countTags(1);
            keys.add(tokens.key());
            tags.add(tokens.text());
        }
        int first = count;
        kind = values(tokens, kind);
        int stride = tags.size();
        for (int i = 0; i < stride; i++) {
            boolean ragged = (count - first) % stride != 0;
            int rows = (count - first) / stride;
            block.add(keys.get(i), new CifColumn(this, tags.get(i), line, first + i, stride, rows, ragged));
        }
        return kind;
    }

    /** Keeps values as long as they come; returns what comes then. */
    private CifTokens.Kind values(CifTokens tokens, CifTokens.Kind kind) throws UnreadableException {
        CifTokens.Kind next = kind;
        for (; next == CifTokens.Kind.VALUE; next = tokens.next()) {
            if (count == Limits.VALUES) {
                throw new UnreadableException(
                        "the file has more than " + Limits.VALUES + " values; such a CIF is not read");
            }
            if (FIELDS * (count + 1) > values.length) {
                values = Arrays.copyOf(values, 2 * values.length);
            }
            values[FIELDS * count] = tokens.start;
            values[FIELDS * count + 1] = tokens.end;
            values[FIELDS * count + 2] = 2 * tokens.line + (tokens.quoted ? 1 : 0);
            count++;
        }
        return next;
    }

    int line(int value) {
        return values[FIELDS * value + 2] / 2;
    }

    /** Whether the value is this character alone, without quotes. */
    boolean is(int value, char c) {
        int start = values[FIELDS * value];
        boolean plain = values[FIELDS * value + 2] % 2 == 0;
        return plain && values[FIELDS * value + 1] - start == 1 && text[start] == c;
    }

    String text(int value) {
        int start = values[FIELDS * value];
        return new String(text, start, values[FIELDS * value + 1] - start, StandardCharsets.UTF_8);
    }

    /** NaN if the value is no number. */
    double number(int value) {
        return CifNumber.parse(text, values[FIELDS * value], values[FIELDS * value + 1]);
    }
}
