package org.dssl.app;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dssl.app.finetune.LabelledSet;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.Elements;
import org.dssl.domain.program.ModelState;
import org.dssl.domain.program.NamedArray;
import org.dssl.domain.statistics.ApplicabilityDomain;
import org.dssl.domain.statistics.CrystalDescriptor;
import org.dssl.domain.train.Fold;
import org.dssl.ports.run.RunFolder;

/**
 * Tells of new crystals whether they are like those that a run was trained on. What is needed for it, descriptors and
 * elements of the first part's training crystals, is kept as {@code data/training.safetensors}.
 *
 * @param elements symbols of all elements in training crystals
 */
record Applicability(ApplicabilityDomain domain, Set<String> elements) {
    /** More make hardly anything nearer, and would cost time and disk. */
    private static final int MOST = 5000;

    /** Of fewer test crystals nobody knows what is usual. */
    private static final int FEWEST = 10;

    private static final String FILE = "data/training";
    private static final String DESCRIPTORS = "descriptors";
    private static final String SPREAD = "spread";
    private static final String USUAL = "usual-distance";
    private static final String LIMIT = "limit";
    private static final String ELEMENTS = "elements";

    /** Keeps what is needed later, unless the test part is too small to know what is usual. */
    static void write(RunFolder folder, LabelledSet data, Fold fold) {
        if (fold.test().length < FEWEST || fold.train().length == 0) {
            return;
        }
        ApplicabilityDomain domain =
                ApplicabilityDomain.of(descriptors(data, fold.train()), descriptors(data, fold.test()));
        // It is 0 where most test crystals are copies of training crystals: no measure of anything.
        if (domain.usual() > 0) {
            save(folder, domain, elements(data, fold.train()));
        }
    }

    private static double[][] descriptors(LabelledSet data, int[] rows) {
        int count = Math.min(MOST, rows.length);
        return IntStream.range(0, count)
                .map(i -> rows[(int) ((long) i * rows.length / count)])
                .mapToObj(row -> CrystalDescriptor.of(crystal(data, row)))
                .toArray(double[][]::new);
    }

    private static List<String> elements(LabelledSet data, int[] rows) {
        return Arrays.stream(rows)
                .mapToObj(row -> crystal(data, row))
                .flatMap(crystal -> symbols(crystal).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static Crystal crystal(LabelledSet data, int row) {
        return data.data().crystals().get(row).crystal();
    }

    private static Set<String> symbols(Crystal crystal) {
        return Arrays.stream(crystal.atomicNumbers())
                .mapToObj(Elements::symbol)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void save(RunFolder folder, ApplicabilityDomain domain, List<String> elements) {
        double[][] training = domain.training();
        double[] values =
                Arrays.stream(training).flatMapToDouble(Arrays::stream).toArray();
        NamedArray descriptors =
                new NamedArray(DESCRIPTORS, false, new int[] {training.length, CrystalDescriptor.COLUMNS}, values);
        NamedArray spread = new NamedArray(SPREAD, false, new int[] {CrystalDescriptor.COLUMNS}, domain.spread());
        // In this order: files of equal runs are equal bytes.
        Map<String, NamedArray> arrays = new LinkedHashMap<>();
        arrays.put(DESCRIPTORS, descriptors);
        arrays.put(SPREAD, spread);
        folder.saveModel(
                FILE,
                ModelState.ofWeights(arrays),
                Map.of(USUAL, domain.usual(), LIMIT, domain.limit(), ELEMENTS, elements),
                true);
    }

    /** Of a finished run; empty if it kept nothing: its test part was small, or its version older. */
    static Optional<Applicability> load(RunFolder folder) {
        return folder.loadModel(FILE).map(saved -> {
            double[] values = saved.state().weights().get(DESCRIPTORS).values();
            double[] spread = saved.state().weights().get(SPREAD).values();
            double[][] training = IntStream.range(0, values.length / spread.length)
                    .mapToObj(row -> Arrays.copyOfRange(values, row * spread.length, (row + 1) * spread.length))
                    .toArray(double[][]::new);
            Set<String> elements = ((List<?>) saved.extra().get(ELEMENTS))
                    .stream().map(String.class::cast).collect(Collectors.toSet());
            return new Applicability(
                    new ApplicabilityDomain(training, spread, number(saved, USUAL), number(saved, LIMIT)), elements);
        });
    }

    private static double number(RunFolder.SavedModel saved, String key) {
        return ((Number) saved.extra().get(key)).doubleValue();
    }

    /** What a user should know of a crystal's prediction; "" if it is like the training crystals. */
    String note(Crystal crystal) {
        Set<String> unknown = symbols(crystal);
        unknown.removeAll(elements);
        double distance = domain.distance(CrystalDescriptor.of(crystal));
        String far = domain.contains(distance)
                ? ""
                : String.format(
                        Locale.ROOT,
                        "far from the training data (nearest distance %.1f × the usual)",
                        distance / domain.usual());
        String unseen = unknown.isEmpty() ? "" : "no training crystal has " + String.join(", ", unknown);
        return far + (far.isEmpty() || unseen.isEmpty() ? "" : "; ") + unseen;
    }
}
