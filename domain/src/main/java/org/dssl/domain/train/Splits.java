package org.dssl.domain.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dssl.domain.random.RandomStream;

/** Protocols of evaluation. A validation part always comes out of the training part, never out of the test part. */
public final class Splits {
    private Splits() {}

    /** Seeded k-fold: a shuffle cut into k parts whose sizes differ by at most one; none is dropped. */
    public static List<Fold> kFold(int rows, int folds, double validation, RandomStream random) {
        require(
                folds >= 2 && folds <= rows,
                folds + " folds need at least as many rows, and at least 2; rows: " + rows);
        int[] order = random.split("k-fold").permutation(rows);
        int[] foldOf = new int[rows];
        for (int i = 0; i < rows; i++) {
            foldOf[order[i]] = (int) ((long) i * folds / rows);
        }
        List<Fold> result = new ArrayList<>();
        for (int f = 0; f < folds; f++) {
            result.add(fold(f, folds, "fold-" + f, foldOf, f, validation, random));
        }
        return result;
    }

    /**
     * Folds that the rows name themselves: each selected value tests once, all other rows train.
     *
     * @param foldOf value per row
     */
    public static List<Fold> byColumn(
            List<String> foldOf, List<String> selected, double validation, RandomStream random) {
        List<String> values =
                selected.isEmpty() ? foldOf.stream().distinct().sorted().toList() : selected;
        require(
                foldOf.stream().distinct().count() >= 2,
                "the fold column has a single value; at least two are needed to train and test");
        List<Fold> result = new ArrayList<>();
        for (int f = 0; f < values.size(); f++) {
            String value = values.get(f);
            int[] ids = foldOf.stream().mapToInt(v -> v.equals(value) ? 1 : 0).toArray();
            require(Arrays.stream(ids).sum() > 0, "no row is in fold " + value);
            result.add(fold(f, values.size(), "fold-" + value, ids, 1, validation, random));
        }
        return result;
    }

    /** One fixed split, repeated; repeats differ in their initial weights alone. */
    public static List<Fold> holdout(int rows, double train, double validation, int repeats, RandomStream random) {
        int[] order = random.split("holdout").permutation(rows);
        int trainEnd = (int) Math.round(train * rows);
        int validationEnd = (int) Math.round((train + validation) * rows);
        require(
                trainEnd > 0 && validationEnd < rows,
                "a hold-out of " + rows + " rows leaves no row to " + (trainEnd == 0 ? "train" : "test"));
        List<Fold> result = new ArrayList<>();
        for (int r = 0; r < repeats; r++) {
            result.add(new Fold(
                    "repeat-" + r,
                    "repeat " + (r + 1) + "/" + repeats,
                    r,
                    sorted(order, 0, trainEnd),
                    sorted(order, trainEnd, validationEnd),
                    sorted(order, validationEnd, rows)));
        }
        return result;
    }

    private static Fold fold(
            int number, int of, String name, int[] foldOf, int test, double validation, RandomStream random) {
        int[] rest =
                IntStream.range(0, foldOf.length).filter(i -> foldOf[i] != test).toArray();
        int[] order = random.split("validation").split(number).permutation(rest.length);
        int[] shuffled = Arrays.stream(order).map(i -> rest[i]).toArray();
        int kept = (int) Math.round(validation * rest.length);
        return new Fold(
                name,
                "fold " + (number + 1) + "/" + of,
                number,
                sorted(shuffled, kept, rest.length),
                sorted(shuffled, 0, kept),
                IntStream.range(0, foldOf.length).filter(i -> foldOf[i] == test).toArray());
    }

    private static int[] sorted(int[] order, int from, int to) {
        int[] part = Arrays.copyOfRange(order, from, to);
        Arrays.sort(part);
        return part;
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
