package org.dssl.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.dssl.app.weights.Moved;

/** What an import or export of weights did, for people. */
record MovedText(PrintWriter out) {
    private static final Pattern NUMBER = Pattern.compile("\\.[0-9]+\\.");
    private static final String INDENT = "           ";

    /**
     * @param done {@code imported} or {@code exported}
     * @param left what became of names that one side alone has
     * @param why that does not matter
     */
    void print(Moved moved, String done, String left, String why) {
        out.println(" " + moved.network());
        out.println(" " + done + "  " + moved.arrays() + " arrays → " + moved.written());
        if (!moved.left().isEmpty()) {
            out.println(
                    String.format(" %-8s  %d arrays, %s:", left, moved.left().size(), why));
            families(moved.left())
                    .forEach((name, count) -> out.println(INDENT + name + (count > 1 ? "  ×" + count : "")));
        }
        moved.notes().forEach(note -> out.println(" note      " + note));
    }

    /** Names that differ in their numbers alone, as one with * for the numbers, and how many there are. */
    private static Map<String, Integer> families(List<String> names) {
        Map<String, Integer> families = new TreeMap<>();
        names.forEach(name -> families.merge(NUMBER.matcher(name).replaceAll(".*."), 1, Integer::sum));
        return families;
    }
}
