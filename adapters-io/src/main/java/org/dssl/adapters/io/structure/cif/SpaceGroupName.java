package org.dssl.adapters.io.structure.cif;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Hermann-Mauguin symbol as files write it, and the qualifier behind it: {@code F d -3 m :1}, {@code R -3 c R},
 * {@code P 4/n m m (origin choice 2)}, ICSD's {@code F d -3 m Z} (centre of inversion) and {@code S}.
 *
 * @param qualifier {@code 1}, {@code 2}, {@code h}, {@code r} or a choice of cell such as {@code b2}; empty if none is given
 */
record SpaceGroupName(String symbol, String qualifier) {
    private static final int LONGEST = 60;
    private static final Pattern BEHIND_COLON = Pattern.compile("(.*):(.*)");
    private static final Pattern IN_WORDS = Pattern.compile("(.*)\\(?origin(?:choice)?([12])\\)?");
    private static final Pattern LETTER = Pattern.compile("(.{2,})([hrsz])");

    /** @param code the file's own item for the qualifier; may be null */
    static SpaceGroupName parse(String text, String code) {
        String plain = SpaceGroups.plain(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        String stated = code == null ? "" : SpaceGroups.plain(code);
        for (Pattern pattern : List.of(BEHIND_COLON, IN_WORDS, LETTER)) {
            Matcher matcher = pattern.matcher(plain);
            if (matcher.matches()) {
                String symbol = matcher.group(1).replace("(", "");
                return new SpaceGroupName(symbol, choice(matcher.group(2)));
            }
        }
        return new SpaceGroupName(plain, stated);
    }

    private static String choice(String qualifier) {
        return switch (qualifier) {
            case "s" -> "1";
            case "z" -> "2";
            default -> qualifier;
        };
    }

    /** Whether a setting is what the qualifier asks for. */
    boolean allows(SpaceGroupSetting setting) {
        if (qualifier.isEmpty() || setting.choice().isEmpty()) {
            return true;
        }
        boolean origin = qualifier.equals("1") || qualifier.equals("2");
        return origin
                ? setting.origin() == 0 || setting.origin() == qualifier.charAt(0) - '0'
                : SpaceGroups.plain(setting.choice()).equals(qualifier);
    }
}
