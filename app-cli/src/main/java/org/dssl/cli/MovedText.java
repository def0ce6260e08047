package org.dssl.cli;

import java.io.PrintWriter;
import org.dssl.app.weights.Moved;

/** What an import or export of weights did, for people. */
record MovedText(PrintWriter out) {
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
            moved.left().forEach(name -> out.println(INDENT + name));
        }
        moved.notes().forEach(note -> out.println(" note      " + note));
    }
}
