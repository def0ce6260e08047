package org.dssl.domain.train;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes ids of two sources comparable. Ids that agree as they stand are compared as they stand. Else, if one source has
 * bare numbers, rows are compared: {@code mb-jdft2d-001} is row 0 of its task; a bare number is the row from 0, as in
 * Matbench's own files, unless some number of its source has leading zeros: then all are as in Matbench's ids, from 1.
 */
final class RowKeys {
    private static final Pattern BARE = Pattern.compile("[0-9]{1,9}");
    private static final Pattern PADDED = Pattern.compile("0[0-9]+");
    private static final Pattern OFFICIAL = Pattern.compile("(mb-.+)-([0-9]{1,9})");

    private RowKeys() {}

    /** Two functions from ids to keys that can be compared. */
    record Pair(UnaryOperator<String> one, UnaryOperator<String> other) {}

    static Pair of(Collection<String> ones, Collection<String> others) {
        Set<String> known = new HashSet<>(others);
        boolean agree = ones.stream().anyMatch(known::contains);
        boolean bare = isBare(ones) || isBare(others);
        boolean rows = (isBare(ones) || isOfficial(ones)) && (isBare(others) || isOfficial(others));
        return agree || !bare || !rows
                ? new Pair(UnaryOperator.identity(), UnaryOperator.identity())
                : new Pair(row(ones), row(others));
    }

    private static boolean isBare(Collection<String> ids) {
        return ids.stream().allMatch(id -> BARE.matcher(id).matches());
    }

    /** Of one task. */
    private static boolean isOfficial(Collection<String> ids) {
        return ids.stream().map(RowKeys::prefix).distinct().count() == 1
                && !prefix(ids.iterator().next()).isEmpty();
    }

    /** "" of another id. */
    private static String prefix(String id) {
        Matcher official = OFFICIAL.matcher(id);
        return official.matches() ? official.group(1) : "";
    }

    private static UnaryOperator<String> row(Collection<String> ids) {
        int first = ids.stream().anyMatch(id -> PADDED.matcher(id).matches()) ? 1 : 0;
        return id -> {
            Matcher official = OFFICIAL.matcher(id);
            int row = official.matches() ? Integer.parseInt(official.group(2)) - 1 : Integer.parseInt(id) - first;
            return Integer.toString(row);
        };
    }
}
