package org.dssl.adapters.tensorflow;

import java.util.Arrays;
import java.util.Random;
import org.dssl.domain.nn.DeeperGatGnn;
import org.dssl.domain.nn.GraphInputs;
import org.dssl.domain.nn.Pooling;
import org.dssl.domain.nn.PropertyProgram;
import org.dssl.domain.nn.Tap;
import org.dssl.domain.program.Feeds;
import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.TrainingSession;

/**
 * Time of a step and of an evaluation of DeeperGATGNN at the paper's width, on a made-up batch of the size of 100
 * elasticity crystals without quotient. Run by hand: {@code StepBenchmark [layers] [threads] [repeats] [dropout]}.
 */
final class StepBenchmark {
    private static final int CRYSTALS = 100;
    private static final int ATOMS = 900;
    private static final int EDGES = 11_578;
    private static final int PAIRS = 5_336;
    private static final int LENGTHS = 5_000;
    private static final int FEATURES = 101;

    private StepBenchmark() {}

    public static void main(String[] arguments) {
        int layers = argument(arguments, 0, 3);
        int threads = argument(arguments, 1, 2);
        int repeats = argument(arguments, 2, 10);
        double dropout = argument(arguments, 3, 0) / 100.0;
        PropertyProgram program = new PropertyProgram(
                new DeeperGatGnn(115, layers, 4, dropout),
                FEATURES,
                1,
                Tap.BEFORE_ATTENTION,
                Pooling.MEAN,
                PropertyProgram.Loss.L1);
        Feeds batch = batch(new Random(1));
        long start = System.nanoTime();
        TensorFlowBackend backend = new TensorFlowBackend(threads, Device.CPU);
        try (TrainingSession session = backend.open(program, OptimiserOptions.adamW(0.01, true), 1)) {
            System.out.printf("open %.0f ms%n", since(start));
            time("evaluate", repeats, () -> session.evaluate(batch).loss());
            time("step", repeats, () -> session.step(batch, 1e-3, 1).loss());
        }
    }

    private interface Call {
        double run();
    }

    private static void time(String name, int repeats, Call call) {
        long first = System.nanoTime();
        call.run();
        double firstMs = since(first);
        double[] times = new double[repeats];
        double loss = 0;
        for (int i = 0; i < repeats; i++) {
            long start = System.nanoTime();
            loss = call.run();
            times[i] = since(start);
        }
        Arrays.sort(times);
        System.out.printf(
                "%-8s first %.0f ms, then fastest %.1f, median %.1f ms (last loss %.9f)%n",
                name, firstMs, times[0], times[repeats / 2], loss);
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static int argument(String[] arguments, int position, int standard) {
        return arguments.length > position ? Integer.parseInt(arguments[position]) : standard;
    }

    static Feeds batch(Random random) {
        int[] atomCrystal = new int[ATOMS];
        Arrays.setAll(atomCrystal, v -> v * CRYSTALS / ATOMS);
        int[] source = new int[EDGES];
        Arrays.setAll(source, e -> (int) ((long) e * ATOMS / EDGES));
        double[] features = new double[ATOMS * FEATURES];
        for (int v = 0; v < ATOMS; v++) {
            features[v * FEATURES + random.nextInt(FEATURES)] = 1;
        }
        double[] composition = new double[CRYSTALS * GraphInputs.COMPOSITION];
        for (int g = 0; g < CRYSTALS; g++) {
            composition[g * GraphInputs.COMPOSITION + random.nextInt(100)] = 1;
        }
        return new Feeds()
                .numbers("atom.features", features, ATOMS, FEATURES)
                .numbers("composition", composition, CRYSTALS, GraphInputs.COMPOSITION)
                .numbers("length", uniform(random, LENGTHS, 2, 8), LENGTHS, 1)
                .numbers("length.scaled", uniform(random, LENGTHS, 0, 1), LENGTHS, 1)
                .numbers("atom.multiplicity", uniform(random, ATOMS, 1, 1), ATOMS, 1)
                .numbers("edge.multiplicity", uniform(random, EDGES, 1, 1), EDGES, 1)
                .index("atom.crystal", atomCrystal, CRYSTALS)
                .index("edge.source", source, ATOMS)
                .index("edge.target", ids(random, EDGES, ATOMS), ATOMS)
                .index("edge.length", ids(random, EDGES, LENGTHS), LENGTHS)
                .index("edge.source.pair", ids(random, EDGES, PAIRS), PAIRS)
                .index("edge.target.pair", ids(random, EDGES, PAIRS), PAIRS)
                .index("pair.atom", ids(random, PAIRS, ATOMS), ATOMS)
                .index("pair.length", ids(random, PAIRS, LENGTHS), LENGTHS)
                .numbers(PropertyProgram.TARGET, uniform(random, CRYSTALS, 0, 1), CRYSTALS, 1)
                .numbers(PropertyProgram.WEIGHT, uniform(random, CRYSTALS, 1, 1), CRYSTALS, 1);
    }

    private static double[] uniform(Random random, int size, double low, double high) {
        double[] values = new double[size];
        Arrays.setAll(values, i -> low + (high - low) * random.nextDouble());
        return values;
    }

    private static int[] ids(Random random, int size, int range) {
        int[] ids = new int[size];
        Arrays.setAll(ids, i -> random.nextInt(range));
        return ids;
    }
}
