package org.dssl.cli;

/** Texts for a setting's value. */
final class YamlText {
    private YamlText() {}

    /** In YAML nothing has a meaning within single quotes. */
    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
