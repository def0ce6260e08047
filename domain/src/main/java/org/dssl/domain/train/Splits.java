package org.dssl.domain.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    /**
     * k folds that keep groups together: no group is in two parts of a fold, its validation part included. Groups are dealt
     * to the smallest fold, large ones first.
     *
     * @param groupOf the group of each row
     */
    public static List<Fold> grouped(List<String> groupOf, int folds, double validation, RandomStream random) {
        List<List<Integer>> groups = groups(groupOf, random.split("groups"));
        require(
                groups.size() >= folds,
                folds + " folds need at least as many groups; there are " + groups.size() + " of " + groupOf.size()
                        + " rows");
        List<List<List<Integer>>> dealt = dealt(groups, folds);
        List<Fold> result = new ArrayList<>();
        for (int f = 0; f < folds; f++) {
            List<List<Integer>> rest = new ArrayList<>();
            for (int other = 1; other < folds; other++) {
                rest.addAll(dealt.get((f + other) % folds));
            }
            result.add(grouped(f, folds, rest, dealt.get(f), validation, random));
        }
        return result;
    }

    private static Fold grouped(
            int number,
            int of,
            List<List<Integer>> rest,
            List<List<Integer>> test,
            double validation,
            RandomStream random) {
        int wanted =
                (int) Math.round(validation * rest.stream().mapToInt(List::size).sum());
        int[] order = random.split("validation").split(number).permutation(rest.size());
        List<List<Integer>> train = new ArrayList<>();
        List<List<Integer>> kept = new ArrayList<>();
        int size = 0;
        for (int g : order) {
            boolean fits = size + rest.get(g).size() <= wanted;
            (fits ? kept : train).add(rest.get(g));
            size += fits ? rest.get(g).size() : 0;
        }
        require(!train.isEmpty(), "no group is left to train on");
        return new Fold(
                "fold-" + number, "fold " + (number + 1) + "/" + of, number, rows(train), rows(kept), rows(test));
    }

    /** Rows of each group, large groups first, equal ones in random order. */
    private static List<List<Integer>> groups(List<String> groupOf, RandomStream random) {
        Map<String, List<Integer>> byName = new TreeMap<>();
        for (int row = 0; row < groupOf.size(); row++) {
            byName.computeIfAbsent(groupOf.get(row), name -> new ArrayList<>()).add(row);
        }
        List<List<Integer>> inOrder = new ArrayList<>(byName.values());
        return Arrays.stream(random.permutation(inOrder.size()))
                .mapToObj(inOrder::get)
                .sorted(Comparator.comparingInt(group -> -group.size()))
                .toList();
    }

    private static List<List<List<Integer>>> dealt(List<List<Integer>> groups, int folds) {
        List<List<List<Integer>>> dealt = new ArrayList<>();
        for (int f = 0; f < folds; f++) {
            dealt.add(new ArrayList<>());
        }
        int[] sizes = new int[folds];
        for (List<Integer> group : groups) {
            int smallest = 0;
            for (int f = 1; f < folds; f++) {
                smallest = sizes[f] < sizes[smallest] ? f : smallest;
            }
            dealt.get(smallest).add(group);
            sizes[smallest] += group.size();
        }
        return dealt;
    }

    private static int[] rows(List<List<Integer>> groups) {
        return groups.stream()
                .flatMap(List::stream)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
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
        int[] tested =
                IntStream.range(0, foldOf.length).filter(i -> foldOf[i] == test).toArray();
        return withValidation(name, number, of, rest, tested, validation, random);
    }

    /** Takes the validation part out of the rows that are left to train on. */
    static Fold withValidation(
            String name, int number, int of, int[] rest, int[] test, double validation, RandomStream random) {
        int[] order = random.split("validation").split(number).permutation(rest.length);
        int[] shuffled = Arrays.stream(order).map(i -> rest[i]).toArray();
        int kept = (int) Math.round(validation * rest.length);
        return new Fold(
                name,
                "fold " + (number + 1) + "/" + of,
                number,
                sorted(shuffled, kept, rest.length),
                sorted(shuffled, 0, kept),
                test);
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
