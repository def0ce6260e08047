package org.dssl.domain.train;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dssl.domain.random.MersenneTwister;

/**
 * The official folds of Matbench's regression tasks: scikit-learn's KFold(5, shuffle, seed 18012019) over the rows in their
 * official order. Source: Dunn et al., npj Comput. Mater. 6:138 (2020).
 */
public final class MatbenchFolds {
    private static final int FOLDS = 5;
    private static final int SEED = 18012019;
    private static final Pattern ID = Pattern.compile("mb-([a-z0-9-]+)-([0-9]+)");

    /** Rows of the tasks whose ids tell the row. */
    private static final Map<String, Integer> ROWS =
            Map.of("jdft2d", 636, "phonons", 1_265, "dielectric", 4_764, "log-gvrh", 10_987, "log-kvrh", 10_987);

    private MatbenchFolds() {}

    /** The fold in which each row of a task is tested, 0 … 4. */
    public static int[] of(int rows) {
        int[] order = new MersenneTwister(SEED).shuffled(rows);
        int[] foldOf = new int[rows];
        int at = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            int size = rows / FOLDS + (fold < rows % FOLDS ? 1 : 0);
            for (int k = 0; k < size; k++) {
                foldOf[order[at++]] = fold;
            }
        }
        return foldOf;
    }

    /**
     * The folds of some rows of a task: by Matbench's ids ({@code mb-jdft2d-001} is row 0), from which rows may be missing,
     * or else by order, of which none may.
     *
     * @throws IllegalArgumentException if the ids are none of Matbench's and the number of rows is that of no task
     */
    public static List<String> of(List<String> ids) {
        boolean official = ids.stream().allMatch(id -> ID.matcher(id).matches());
        if (official) {
            Map<Integer, int[]> known = new HashMap<>();
            return ids.stream().map(id -> byId(id, known)).toList();
        }
        if (!ROWS.containsValue(ids.size())) {
            throw new IllegalArgumentException(
                    "Matbench's folds go by its ids, as mb-log-kvrh-00001, or by the rows of a"
                            + " whole task in their official order (" + sizes() + "); found are " + ids.size()
                            + " rows with ids such as " + ids.get(0));
        }
        int[] foldOf = of(ids.size());
        return Arrays.stream(foldOf).mapToObj(Integer::toString).toList();
    }

    /** @param known folds by the number of rows, computed once */
    private static String byId(String id, Map<Integer, int[]> known) {
        Matcher matcher = ID.matcher(id);
        matcher.matches();
        Integer rows = ROWS.get(matcher.group(1));
        int row = Integer.parseInt(matcher.group(2)) - 1;
        if (rows == null || row < 0 || row >= rows) {
            throw new IllegalArgumentException("id " + id + " is of none of Matbench's tasks that are known here: "
                    + String.join(", ", ROWS.keySet().stream().sorted().toList()));
        }
        return Integer.toString(known.computeIfAbsent(rows, MatbenchFolds::of)[row]);
    }

    private static String sizes() {
        return String.join(
                ", ",
                ROWS.values().stream().distinct().sorted().map(Object::toString).toList());
    }
}
