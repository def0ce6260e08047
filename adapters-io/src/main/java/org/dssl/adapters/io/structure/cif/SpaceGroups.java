package org.dssl.adapters.io.structure.cif;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The 530 settings of the 230 space groups; {@code scripts/make_space_groups.py} made the table. */
final class SpaceGroups {
    private static final String TABLE = "space_groups.csv";

    private SpaceGroups() {}

    /** Read when a file first needs it: most state their operations. */
    private static final class Table {
        static final List<SpaceGroupSetting> ALL = read();

        private static List<SpaceGroupSetting> read() {
            try (BufferedReader lines = new BufferedReader(
                    new InputStreamReader(SpaceGroups.class.getResourceAsStream(TABLE), StandardCharsets.UTF_8))) {
                return lines.lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(SpaceGroupSetting::parse)
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(TABLE, e);
            }
        }
    }

    /** In the order of the International Tables: a group's standard setting first. */
    static List<SpaceGroupSetting> all() {
        return Table.ALL;
    }

    static List<SpaceGroupSetting> numbered(int number) {
        return all().stream().filter(setting -> setting.number() == number).toList();
    }

    /** @param symbol Hall's, with any blanks */
    static List<SpaceGroupSetting> hall(String symbol) {
        String plain = symbol.replaceAll("[\\s_]", "").toLowerCase(Locale.ROOT);
        return all().stream()
                .filter(setting ->
                        setting.hall().replace(" ", "").toLowerCase(Locale.ROOT).equals(plain))
                .toList();
    }

    /** @param symbol of Hermann and Mauguin, with any blanks, without a qualifier */
    static List<SpaceGroupSetting> named(String symbol) {
        String plain = plain(symbol);
        return all().stream()
                .filter(setting ->
                        setting.names().stream().anyMatch(name -> plain(name).equals(plain)))
                .toList();
    }

    static String plain(String symbol) {
        return symbol.replaceAll("[\\s_'\"]", "").toLowerCase(Locale.ROOT);
    }
}
