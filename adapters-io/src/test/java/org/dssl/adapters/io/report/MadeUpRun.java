package org.dssl.adapters.io.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dssl.domain.graph.Shrinkage;
import org.dssl.domain.random.RandomStream;
import org.dssl.domain.statistics.ElementShares;
import org.dssl.domain.train.Statistics;
import org.dssl.ports.out.StructureProblem;
import org.dssl.ports.run.CrystalName;
import org.dssl.ports.run.DataFacts;
import org.dssl.ports.run.EmbeddingMap;
import org.dssl.ports.run.JournalEntry;
import org.dssl.ports.run.Prediction;
import org.dssl.ports.run.RunFolder;
import org.dssl.ports.run.RunSummary;

/** Fills a run folder with made-up numbers that look like those of a run. For tests of the report only. */
final class MadeUpRun {
    static final String CONFIG =
            """
            seed: 7
            encoder: { type: deeper-gatgnn, width: 64, layers: 5 }
            graph: { mode: all-images, neighbours: 12, radius: 8.0, quotient: on }
            pretrain:
              data: builtin:unlabelled-small
              epochs: 60
              tasks:
                mask: { weight: 0.1, ratio: 0.15 }
                contrastive: { weight: 1.0, loss: barlow-twins, augment: [perturb, mask-atoms] }
                atomic-stiffness: { weight: 0.1 }
            finetune:
              data: { source: builtin:elastic-binaries, target: { column: K_VRH, transform: log10, unit: GPa } }
              protocol: { type: k-fold, folds: 5 }
              compare: [from-scratch]
              epochs: 80
            output: runs/elasticity
            """;

    static final List<String> VARIANTS = List.of("pretrained", "from-scratch");
    private static final int CRYSTALS = 160;
    private static final String[] METALS = {"Mg", "Al", "Ti", "Fe", "Ni", "Zr", "Hf", "W", "Ta", "Nb"};
    private static final String[] OTHERS = {"N", "C", "O", "Si", "B", "Pt", "S", "P"};

    private final RunFolder run;
    private final Random random = new Random(3);

    MadeUpRun(RunFolder run) {
        this.run = run;
    }

    void pretrain(int epochs) {
        run.writeProvenance(provenance());
        run.writeSkipped(List.of(
                new StructureProblem(
                        "ab12", "cifs/ab12.cif:31", "_atom_site_fract_x: \"0.25.1\" is not a number (site Ti2)"),
                new StructureProblem("cd34", "cifs/cd34.cif:7", "element Og is outside the table (1 … 100)"),
                new StructureProblem(
                        "ef56", "cifs/ef56.cif", "atoms 3 (O1) and 8 (O6) lie on one spot (0.02 Å apart)")));
        String[] terms = {"mask", "contrastive", "atomic-stiffness"};
        double[] starts = {4.1, 1.2, 0.62};
        for (int epoch = 0; epoch < epochs; epoch++) {
            double[] totals = new double[2];
            for (int t = 0; t < terms.length; t++) {
                double value = starts[t] * (0.25 + 0.75 * Math.exp(-epoch / 14.0)) * (1 + 0.02 * random.nextGaussian());
                journal(epoch, "pretrain", "", -1, "loss/" + terms[t], value);
                journal(epoch, "pretrain", "", -1, "validation/loss/" + terms[t], value * (1.06 + epoch / 400.0));
                journal(epoch, "pretrain", "", -1, "weighted/" + terms[t], value * (t == 1 ? 1 : 0.1));
                totals[0] += value * (t == 1 ? 1 : 0.1);
                totals[1] += value * (1.06 + epoch / 400.0) * (t == 1 ? 1 : 0.1);
            }
            journal(epoch, "pretrain", "", -1, "loss", totals[0]);
            journal(epoch, "pretrain", "", -1, "validation/loss", totals[1]);
            journal(epoch, "pretrain", "", -1, "learning-rate", 1e-3);
        }
        run.flush();
    }

    /** @param folds how many parts are finished, of both variants */
    void finetune(int folds, int epochs) {
        for (int fold = 0; fold < folds; fold++) {
            long seed = 100 + fold;
            for (String variant : VARIANTS) {
                random.setSeed(seed);
                part(variant, fold, epochs, variant.equals("pretrained") ? 0.083 : 0.0915);
            }
        }
        run.flush();
    }

    private void part(String variant, int fold, int epochs, double level) {
        double luck = new Random(31L * fold + variant.length()).nextGaussian();
        double scale = level * (1 + 0.05 * random.nextGaussian() + 0.03 * luck);
        for (int epoch = 0; epoch < epochs; epoch++) {
            double train = scale * (0.55 + 3.2 * Math.exp(-epoch / 9.0)) * (1 + 0.03 * random.nextGaussian());
            double validation = scale * (0.85 + 2.9 * Math.exp(-epoch / 10.0)) * (1 + 0.04 * random.nextGaussian());
            journal(epoch, "finetune", variant, fold, "train", train);
            journal(epoch, "finetune", variant, fold, "validation", validation);
            journal(epoch, "finetune", variant, fold, "learning-rate", 5e-3);
        }
        List<Prediction> predictions = new ArrayList<>();
        for (int i = 0; i < CRYSTALS; i++) {
            double truth = 2.0 + 0.38 * random.nextGaussian();
            double error = scale * 0.98 * random.nextGaussian() * (random.nextInt(12) == 0 ? 3 : 1);
            predictions.add(new Prediction(id(fold, i), "K_VRH", truth, truth + error));
        }
        run.writePredictions(variant, "fold-" + fold, predictions);
        run.writeMetrics(variant, "fold-" + fold, metrics(predictions, epochs));
        if (fold == 0) {
            run.writeEmbedding(variant, "fold-0", map(predictions));
        }
    }

    /** What runs have kept since the report shows more than predictions. */
    void records() {
        List<CrystalName> crystals = new ArrayList<>();
        for (int i = 0; i < 5 * CRYSTALS; i++) {
            crystals.add(new CrystalName(id(0, i), METALS[i % METALS.length] + OTHERS[i / 7 % OTHERS.length]));
        }
        run.writeCrystals(crystals);
        run.writeData(DataFacts.Set.PRETRAINING, facts("builtin:unlabelled-small", 2000, 9));
        run.writeData(DataFacts.Set.FINE_TUNING, facts("builtin:elastic-binaries", 5 * CRYSTALS, 8));
    }

    private static DataFacts facts(String source, int crystals, int others) {
        SortedMap<String, ElementShares.Count> elements = new TreeMap<>();
        for (int i = 0; i < METALS.length; i++) {
            elements.put(METALS[i], new ElementShares.Count(crystals / 4 + 9 * i, crystals / METALS.length));
        }
        for (int i = 0; i < others; i++) {
            String symbol = i < OTHERS.length ? OTHERS[i] : "F";
            elements.put(symbol, new ElementShares.Count(crystals / 3 + 5 * i, crystals / others));
        }
        return new DataFacts(source, "9f86d08", crystals + 2, 2, crystals, Shrinkage.NONE, elements);
    }

    /** Without what later versions keep, and with the counts of that time. */
    void asOfOldVersions() {
        pretrain(4);
        finetune(2, 3);
        summary();
        try {
            for (String variant : VARIANTS) {
                Files.delete(run.path().resolve("finetune/" + variant + "/fold-0/embedding.json"));
            }
            Path summary = run.path().resolve("summary.json");
            Files.writeString(
                    summary,
                    Files.readString(summary).replaceAll("(?s),\\s*\"graphs\" : \\[.*?\\]", ", \"atoms\" : 26312"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A bent band along which the property rises. */
    private EmbeddingMap map(List<Prediction> predictions) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (Prediction p : predictions) {
            double along = p.truth() - 2;
            x.add(4 * along + 0.2 * random.nextGaussian());
            y.add(3 * along * along + 0.3 * random.nextGaussian());
        }
        return new EmbeddingMap(
                64,
                List.of(0.612, 0.174),
                predictions.stream().map(Prediction::id).toList(),
                x,
                y);
    }

    private static Map<String, Object> metrics(List<Prediction> predictions, int epochs) {
        double[] truth = predictions.stream().mapToDouble(Prediction::truth).toArray();
        double[] value = predictions.stream().mapToDouble(Prediction::value).toArray();
        double[] mean = new double[truth.length];
        java.util.Arrays.fill(mean, 2.0);
        Map<String, Object> metrics = new LinkedHashMap<>();
        metrics.put("mae", Map.of("K_VRH", Statistics.meanAbsoluteError(truth, value)));
        metrics.put("mean-predictor-mae", Map.of("K_VRH", Statistics.meanAbsoluteError(truth, mean)));
        metrics.put("train", 576);
        metrics.put("validation", 64);
        metrics.put("test", CRYSTALS);
        metrics.put("epoch", epochs - 7);
        return metrics;
    }

    private static String id(int fold, int i) {
        int n = fold * CRYSTALS + i;
        return "mb-" + n + "-" + METALS[n % METALS.length] + OTHERS[n / 7 % OTHERS.length];
    }

    void summary() {
        summary(Statistics.change(errors("pretrained", "mae"), errors("from-scratch", "mae"), RandomStream.of(7)));
    }

    void summary(Statistics.Change change) {
        List<RunSummary.Variant> variants = new ArrayList<>();
        for (String variant : VARIANTS) {
            double[] errors = errors(variant, "mae");
            double[] mean = errors(variant, "mean-predictor-mae");
            variants.add(new RunSummary.Variant(
                    variant,
                    List.of(new RunSummary.TargetScore(
                            "K_VRH",
                            boxed(errors),
                            Statistics.mean(errors),
                            Statistics.sampleDeviation(errors),
                            Statistics.populationDeviation(errors),
                            boxed(mean)))));
        }
        int folds = run.parts("pretrained").size();
        run.writeSummary(new RunSummary(
                "elasticity",
                List.of(new RunSummary.Target("K_VRH", "log10", "log10(GPa)")),
                variants,
                List.of(new RunSummary.Comparison(
                        "K_VRH",
                        "pretrained",
                        "from-scratch",
                        change.percent(),
                        change.low(),
                        change.high(),
                        folds,
                        folds,
                        Double.NaN,
                        "lower in every part")),
                new RunSummary.Counts(
                        2800,
                        3,
                        List.of(
                                new RunSummary.Graphs(
                                        "pretraining views of 1,000 crystals",
                                        new Shrinkage(63_212, 828_000, 0, 41_900, 396_000, 0)),
                                new RunSummary.Graphs(
                                        "fine-tuning crystals",
                                        new Shrinkage(8_229, 106_300, 1_421_000, 3_490, 17_800, 165_000)))),
                287.4));
    }

    /** Two targets, one held-out set, three repeats, nothing pretrained. */
    void repeatsOfTwoTargets() {
        for (int repeat = 0; repeat < 3; repeat++) {
            List<Prediction> predictions = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                double truth = 40 + 12 * random.nextGaussian();
                predictions.add(new Prediction(id(0, i), "gap", truth / 20, truth / 20 + 0.2 * random.nextGaussian()));
                predictions.add(new Prediction(id(0, i), "G_VRH", truth, truth + 6 * random.nextGaussian()));
            }
            run.writePredictions("from-scratch", "repeat-" + repeat, predictions);
            run.writeMetrics(
                    "from-scratch",
                    "repeat-" + repeat,
                    Map.of(
                            "mae", Map.of("gap", 0.15 + 0.01 * repeat, "G_VRH", 4.8 - 0.3 * repeat),
                            "mean-predictor-mae", Map.of("gap", 0.5, "G_VRH", 10.1)));
        }
    }

    private double[] errors(String variant, String metric) {
        return run.parts(variant).stream()
                .mapToDouble(part -> ((Number) ((Map<?, ?>)
                                        run.metrics(variant, part).orElseThrow().get(metric))
                                .get("K_VRH"))
                        .doubleValue())
                .toArray();
    }

    private static List<Double> boxed(double[] values) {
        return java.util.Arrays.stream(values).boxed().toList();
    }

    private void journal(int epoch, String stage, String variant, int fold, String metric, double value) {
        run.record(new JournalEntry((epoch + 1) * 8L, epoch, stage, variant, fold, -1, metric, value));
    }

    private static Map<String, Object> provenance() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("dssl", "0.1.0");
        facts.put("backend", "TensorFlow 2.18 · CPU, 2 threads");
        facts.put("java", "Eclipse Adoptium 17.0.15");
        facts.put("system", "Linux amd64");
        facts.put("processors", 2);
        facts.put("started", "2026-01-05T09:30:00Z");
        facts.put("seed", 7);
        facts.put(
                "data-sha256",
                Map.of("builtin:elastic-binaries", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"));
        facts.put(
                "data-attribution",
                List.of(
                        "builtin:elastic-binaries: made-up attribution for a test, CC BY 4.0",
                        "builtin:unlabelled-small: made-up attribution for a test, CC BY 4.0"));
        facts.put("plugins", List.of("mask: built in", "contrastive: built in", "atomic-stiffness: built in"));
        return facts;
    }
}
