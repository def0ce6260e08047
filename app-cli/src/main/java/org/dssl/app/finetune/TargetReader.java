package org.dssl.app.finetune;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.dssl.app.config.RunConfig.TargetConfig;
import org.dssl.app.data.ReadCrystal;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.problem.Suggestions;
import org.dssl.ports.out.StructureProblem;

/** Reads targets from labels, transforms them, and says which cannot be used. */
public final class TargetReader {
    private TargetReader() {}

    /**
     * Crystals whose targets can be used.
     *
     * @param targets per crystal kept, transformed; NaN where one of several targets is unknown
     * @param problems a crystal without any target, or with one that is no number or cannot be transformed
     */
    public record Result(List<ReadCrystal> kept, List<double[]> targets, List<StructureProblem> problems) {}

    /** @throws InvalidInputException if no crystal at all has a target of that name */
    public static Result read(List<ReadCrystal> crystals, List<TargetConfig> targets, String place) {
        targets.forEach(target -> requireKnown(crystals, target, place));
        Result result = new Result(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (ReadCrystal read : crystals) {
            double[] values = new double[targets.size()];
            String problem = null;
            int known = 0;
            for (int t = 0; t < values.length && problem == null; t++) {
                values[t] = value(read, targets.get(t));
                problem = problem(read, targets.get(t), values[t]);
                known += Double.isNaN(values[t]) ? 0 : 1;
            }
            if (problem == null && known == 0) {
                problem = "has no value of "
                        + String.join(
                                ", ", targets.stream().map(TargetConfig::column).toList());
            }
            if (problem == null) {
                result.kept.add(read);
                result.targets.add(values);
            } else {
                result.problems.add(new StructureProblem(read.crystal().id(), read.place(), problem));
            }
        }
        return result;
    }

    private static void requireKnown(List<ReadCrystal> crystals, TargetConfig target, String place) {
        TreeSet<String> labels = new TreeSet<>();
        crystals.forEach(c -> labels.addAll(c.crystal().labels().keySet()));
        if (!labels.contains(target.column())) {
            throw new InvalidInputException(
                    place + ".target",
                    "no structure has a value named '" + target.column() + "'. "
                            + Suggestions.didYouMean(target.column(), labels) + "Known: "
                            + (labels.isEmpty() ? "none" : String.join(", ", labels)));
        }
    }

    private static double value(ReadCrystal read, TargetConfig target) {
        OptionalDouble value = read.crystal().number(target.column());
        if (value.isEmpty()) {
            return Double.NaN;
        }
        return target.transform().equals("log10") ? Math.log10(value.getAsDouble()) : value.getAsDouble();
    }

    private static String problem(ReadCrystal read, TargetConfig target, double value) {
        String text = read.crystal().labels().get(target.column());
        if (text == null || Double.isFinite(value)) {
            return null;
        }
        OptionalDouble number = read.crystal().number(target.column());
        if (number.isEmpty() || !Double.isFinite(number.getAsDouble())) {
            return target.column() + " is \"" + text + "\", not a finite number. Mend or remove it";
        }
        return target.column() + " is " + text + ": log10 needs positive values. Remove the row or use transform: none";
    }
}
