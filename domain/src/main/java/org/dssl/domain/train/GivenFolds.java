package org.dssl.domain.train;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.dssl.domain.random.RandomStream;

/**
 * Folds given by the ids of their rows, laid on the rows of a data set. The data set may lack rows, as one does whose test
 * parts are kept apart; a row that no fold names is a mistake.
 */
public final class GivenFolds {
    private static final int EXAMPLES = 3;

    /**
     * @param name as {@code 0}
     * @param train ids; empty for all that other folds test
     * @param test ids
     */
    public record Given(String name, List<String> train, List<String> test) {}

    private final List<String> ids;
    private final Map<String, Given> folds = new LinkedHashMap<>();
    private final Set<String> named = new LinkedHashSet<>();
    private final RowKeys.Pair keys;

    /**
     * @param ids of the data set's rows
     * @throws IllegalArgumentException if a row is named by no fold; rows are named in the message
     */
    public GivenFolds(List<String> ids, List<Given> folds) {
        this.ids = ids;
        folds.stream()
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .forEach(fold -> this.folds.put(fold.name(), fold));
        require(this.folds.size() == folds.size(), "two of its folds have the same name");
        for (Given fold : folds) {
            named.addAll(fold.test());
            named.addAll(fold.train());
        }
        keys = RowKeys.of(ids, named);
        Set<String> known = keys(named, keys.other());
        List<String> strangers =
                ids.stream().filter(id -> !known.contains(keys.one().apply(id))).toList();
        require(
                strangers.isEmpty(),
                strangers.size() + " of the " + ids.size() + " crystals are in none of its folds: " + some(strangers)
                        + ". Its ids are such as "
                        + some(named.stream().limit(1).toList())
                        + ". Add the missing ones to it, or take these crystals out of the data");
    }

    /** How many ids of the folds no row has. */
    public int absent() {
        Set<String> here = keys(ids, keys.one());
        return (int) named.stream()
                .filter(id -> !here.contains(keys.other().apply(id)))
                .count();
    }

    /** How many ids the folds name in all. */
    public int named() {
        return named.size();
    }

    /** Names of folds of whose test part no row is here. */
    public List<String> withoutTest() {
        return folds.values().stream()
                .filter(fold -> rows(fold.test()).length == 0)
                .map(Given::name)
                .toList();
    }

    /**
     * @param selected names of the folds to test, in this order; empty for all of whose test part a row is here
     * @param validation fraction of the training part
     * @throws IllegalArgumentException if a selected fold does not exist or has nothing to train or to test
     */
    public List<Fold> folds(List<String> selected, double validation, RandomStream random) {
        List<String> empty = withoutTest();
        List<String> names = selected.isEmpty()
                ? folds.keySet().stream().filter(name -> !empty.contains(name)).toList()
                : selected;
        List<Fold> result = new ArrayList<>();
        for (String name : names) {
            Given fold = folds.get(name);
            require(fold != null, "there is no fold " + name + ", only " + String.join(", ", folds.keySet()));
            int[] test = rows(fold.test());
            int[] train = train(fold);
            require(test.length > 0, "no crystal of the data is in the test part of fold " + name);
            require(train.length > 0, "no crystal of the data is left to train on in fold " + name);
            int number = result.size();
            result.add(Splits.withValidation("fold-" + name, number, names.size(), train, test, validation, random));
        }
        require(!result.isEmpty(), "no crystal of the data is in a test part");
        return result;
    }

    private int[] train(Given fold) {
        if (!fold.train().isEmpty()) {
            return rows(fold.train());
        }
        Set<String> tested = keys(fold.test(), keys.other());
        return IntStream.range(0, ids.size())
                .filter(row -> !tested.contains(keys.one().apply(ids.get(row))))
                .toArray();
    }

    private int[] rows(List<String> of) {
        Set<String> wanted = keys(of, keys.other());
        return IntStream.range(0, ids.size())
                .filter(row -> wanted.contains(keys.one().apply(ids.get(row))))
                .toArray();
    }

    private static Set<String> keys(Iterable<String> ids, UnaryOperator<String> key) {
        Set<String> keys = new HashSet<>();
        ids.forEach(id -> keys.add(key.apply(id)));
        return keys;
    }

    private static String some(List<String> ids) {
        return String.join(", ", ids.subList(0, Math.min(EXAMPLES, ids.size()))) + (ids.size() > EXAMPLES ? ", …" : "");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
