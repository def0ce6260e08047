package org.dssl.app.matbench;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.problem.Suggestions;

/**
 * A task of Matbench v0.1 that asks for a number of a crystal. Its crystals are numbered from 1 in their ids.
 *
 * @param samples how many crystals it has
 * @param deviation mean absolute deviation of the targets, in the unit
 */
public record MatbenchTask(String name, int samples, String unit, double deviation) {
    static final int FOLDS = 5;

    private static final Pattern ID = Pattern.compile("(mb-.+)-([0-9]+)");
    /** In Matbench's own files. */
    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,8}");

    /** From the metadata of Matbench 0.6. */
    private static final List<MatbenchTask> ALL = List.of(
            new MatbenchTask("matbench_dielectric", 4_764, "", 0.808534704217072),
            new MatbenchTask("matbench_jdft2d", 636, "meV/atom", 67.20200406491116),
            new MatbenchTask("matbench_log_gvrh", 10_987, "log10(GPa)", 0.29313828328604646),
            new MatbenchTask("matbench_log_kvrh", 10_987, "log10(GPa)", 0.2896736342937069),
            new MatbenchTask("matbench_mp_e_form", 132_752, "eV/atom", 1.0059220443295362),
            new MatbenchTask("matbench_mp_gap", 106_113, "eV", 1.3271449960162496),
            new MatbenchTask("matbench_perovskites", 18_928, "eV/unit cell", 0.5659924184827462),
            new MatbenchTask("matbench_phonons", 1_265, "cm^-1", 323.78696979348734));

    public static MatbenchTask named(String name) {
        List<String> names = ALL.stream().map(MatbenchTask::name).toList();
        return find(name)
                .orElseThrow(() -> new InvalidInputException(
                        "--task",
                        name + " is no task of Matbench that asks for a number of a crystal. "
                                + Suggestions.didYouMean(name, names) + "Known: " + String.join(", ", names)));
    }

    private static Optional<MatbenchTask> find(String name) {
        return ALL.stream().filter(task -> task.name.equals(name)).findFirst();
    }

    /**
     * The task that an id names.
     *
     * @throws InvalidInputException if it names none, or one of two that share their crystals
     */
    static MatbenchTask ofId(String id, String place) {
        MatbenchTask found = ALL.stream()
                .filter(task -> !INDEX.matcher(id).matches() && task.index(id).isPresent())
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        place,
                        "the id " + id
                                + " names no task of Matbench (as mb-log-kvrh-00001 does). Name one with --task"));
        if (found.isElastic()) {
            throw new InvalidInputException(
                    place,
                    "the ids do not tell which modulus was predicted: matbench_log_gvrh and matbench_log_kvrh have the"
                            + " same crystals. Name one with --task");
        }
        return found;
    }

    /** Whether targets are logarithms. */
    boolean isLogarithm() {
        return unit.startsWith("log10");
    }

    /** The id in this task of the crystal with an index from 0. */
    String id(int index) {
        return prefix(name) + "-" + String.format("%0" + digits() + "d", index + 1);
    }

    /**
     * The index from 0 of a crystal; empty if the id is not of this task. The two elastic tasks number the same crystals
     * alike, and data files with both moduli carry the ids of one; Matbench's own files have the bare index as id.
     */
    OptionalInt index(String id) {
        if (INDEX.matcher(id).matches()) {
            int index = Integer.parseInt(id);
            return index < samples ? OptionalInt.of(index) : OptionalInt.empty();
        }
        Matcher parts = ID.matcher(id);
        if (!parts.matches() || parts.group(2).length() != digits() || !isMine(parts.group(1))) {
            return OptionalInt.empty();
        }
        int number = Integer.parseInt(parts.group(2));
        return number >= 1 && number <= samples ? OptionalInt.of(number - 1) : OptionalInt.empty();
    }

    private boolean isMine(String prefix) {
        return prefix.equals(prefix(name))
                || isElastic() && List.of("mb-log-gvrh", "mb-log-kvrh").contains(prefix);
    }

    private boolean isElastic() {
        return name.equals("matbench_log_gvrh") || name.equals("matbench_log_kvrh");
    }

    private int digits() {
        return String.valueOf(samples).length();
    }

    private static String prefix(String name) {
        return name.replace("matbench", "mb").replace('_', '-');
    }
}
