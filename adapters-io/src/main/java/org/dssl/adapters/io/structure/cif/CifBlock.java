package org.dssl.adapters.io.structure.cif;

import java.util.HashMap;
import java.util.Map;
import org.dssl.adapters.io.structure.BadStructureException;

/** A data block: its tags (in lower case) and their values. */
final class CifBlock {
    private final String name;
    private final int line;
    private final Map<String, CifColumn> columns = new HashMap<>();
    private final Map<String, CifColumn> repeated = new HashMap<>();
    private int openText;

    CifBlock(String name, int line) {
        this.name = name;
        this.line = line;
    }

    String name() {
        return name;
    }

    int line() {
        return line;
    }

    /** @param key the tag in lower case */
    void add(String key, CifColumn column) {
        if (columns.putIfAbsent(key, column) != null) {
            repeated.putIfAbsent(key, column);
        }
    }

    void openText(int lineOfOpening) {
        openText = lineOfOpening;
    }

    int openText() {
        return openText;
    }

    /** A text field that swallows the rest of the file may have swallowed anything. */
    void requireClosed() throws BadStructureException {
        if (openText > 0) {
            throw new BadStructureException(
                    openText, "the text field that begins here is never closed by a line that begins with ;");
        }
    }

    boolean has(String key) {
        return columns.containsKey(key);
    }

    boolean hasTagWith(String part) {
        return columns.keySet().stream().anyMatch(key -> key.contains(part));
    }

    /** The first of some synonymous tags that is there; null if none is. */
    CifColumn find(String... keys) throws BadStructureException {
        for (String key : keys) {
            CifColumn column = columns.get(key);
            if (column != null) {
                check(key, column);
                return column;
            }
        }
        return null;
    }

    /** Whether at least one position is given: a cell alone, or rows of {@code ?}, is no structure. */
    boolean hasPositions() {
        CifColumn x = columns.get("_atom_site_fract_x");
        for (int row = 0; x != null && row < x.rows(); row++) {
            if (!x.unknown(row)) {
                return true;
            }
        }
        return false;
    }

    private void check(String key, CifColumn column) throws BadStructureException {
        CifColumn second = repeated.get(key);
        if (second != null) {
            throw new BadStructureException(
                    second.line(), column.tag() + " is given twice; the first time in line " + column.line());
        }
        if (column.ragged()) {
            throw new BadStructureException(
                    column.line(),
                    "the values of the loop with " + column.tag() + " do not fill its rows of " + column.stride()
                            + "; a value is missing, or one with blanks lacks its quotes");
        }
    }

    /** The text of an item; null if it is missing or absent. Blanks without quotes, as in {@code P 1}, are tolerated. */
    String text(String key) throws BadStructureException {
        CifColumn column = find(key);
        if (column == null || column.rows() == 0) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < column.rows(); row++) {
            String part = column.text(row);
            text.append(text.isEmpty() || part == null ? "" : " ").append(part == null ? "" : part);
        }
        return text.isEmpty() ? null : text.toString();
    }
}
