package org.dssl.app.plugins;

import java.security.CodeSource;

/** Where a plugin's class comes from, for messages and provenance. */
public final class Origin {
    private Origin() {}

    /** {@code org.example.SystemProvider (crystal-system-1.0.jar)}. */
    public static String of(Class<?> type) {
        return type.getName() + " (" + file(type) + ")";
    }

    /** The JAR's or class folder's name; "built in" where there is none. */
    public static String file(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return "built in";
        }
        String path = source.getLocation().getPath().replaceAll("/+$", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
