package org.dssl.adapters.io.dataset;

import java.util.Arrays;
import java.util.List;
import org.dssl.adapters.io.structure.Shown;

/** Names of entries of an archive, which anyone may have written. */
final class ArchiveNames {
    private ArchiveNames() {}

    /** Why an entry of this name is not read; null if it may be. */
    static String refusal(String name) {
        List<String> parts = Arrays.asList(name.split("[/\\\\]", -1));
        boolean leadsOut = parts.contains("..") || name.startsWith("/") || name.startsWith("\\");
        boolean drive = name.length() > 1 && name.charAt(1) == ':';
        if (leadsOut || drive) {
            return "entry " + Shown.quoted(name) + " leads out of the archive; it is refused";
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            return "entry " + Shown.quoted(name) + " has a control character in its name; it is refused";
        }
        return null;
    }

    /** As in folders, and what macOS adds to archives. */
    static boolean hidden(String name) {
        return Arrays.stream(name.split("/"))
                .anyMatch(part ->
                        part.startsWith(".") && !part.equals(".") && !part.equals("..") || part.equals("__MACOSX"));
    }

    static String last(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    static int depth(String name) {
        return (int) name.chars().filter(c -> c == '/').count();
    }
}
