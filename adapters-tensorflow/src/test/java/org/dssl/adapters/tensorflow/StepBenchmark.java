package org.dssl.adapters.tensorflow;

import java.lang.management.ManagementFactory;
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
 * Time of a step and of an evaluation of DeeperGATGNN at the paper's width, on made-up batches of the size of 100
 * elasticity crystals, without and with quotient. Run by hand: {@code StepBenchmark [layers] [threads] [repeats]}.
 * Processor time says more than the clock's where other programs run.
 */
final class StepBenchmark {
    private static final int CRYSTALS = 100;
    private static final int FEATURES = 101;

    /** @param pairs distinct (atom, length) */
    record Size(int atoms, int edges, int pairs, int lengths) {
        static final Size FULL = new Size(900, 11_578, 5_336, 5_000);
        static final Size QUOTIENT = new Size(327, 1_550, 1_597, 1_500);
    }

    private StepBenchmark() {}

    public static void main(String[] arguments) {
        int layers = argument(arguments, 0, 15);
        int threads = argument(arguments, 1, 2);
        int repeats = argument(arguments, 2, 10);
        PropertyProgram program = new PropertyProgram(
                new DeeperGatGnn(115, layers, 4, 0),
                FEATURES,
                1,
                Tap.BEFORE_ATTENTION,
                Pooling.MEAN,
                PropertyProgram.Loss.L1);
        OptimiserOptions optimiser = OptimiserOptions.adamW(0.01, true);
        try (TrainingSession session = new TensorFlowBackend(threads, Device.CPU).open(program, optimiser, 1)) {
            for (Size size : new Size[] {Size.FULL, Size.QUOTIENT}) {
                Feeds batch = batch(new Random(1), size);
                System.out.println(layers + " layers, " + threads + " threads, " + size);
                time("evaluate", repeats, () -> session.evaluate(batch).loss());
                time("step", repeats, () -> session.step(batch, 1e-3, 1).loss());
            }
        }
    }

    private interface Call {
        double run();
    }

    private static void time(String name, int repeats, Call call) {
        long before = System.nanoTime();
        call.run();
        double first = since(before);
        double[] times = new double[repeats];
        double loss = 0;
        long processor = processorTime();
        for (int i = 0; i < repeats; i++) {
            long start = System.nanoTime();
            loss = call.run();
            times[i] = since(start);
        }
        double perCall = (processorTime() - processor) / 1e6 / repeats;
        Arrays.sort(times);
        System.out.printf(
                "  %-8s first %.0f, fastest %.1f, median %.1f, processor %.1f ms (loss %.9f)%n",
                name, first, times[0], times[repeats / 2], perCall, loss);
    }

    private static long processorTime() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static int argument(String[] arguments, int position, int standard) {
        return arguments.length > position ? Integer.parseInt(arguments[position]) : standard;
    }

    static Feeds batch(Random random, Size size) {
        int[] atomCrystal = new int[size.atoms()];
        Arrays.setAll(atomCrystal, v -> v * CRYSTALS / size.atoms());
        int[] source = new int[size.edges()];
        Arrays.setAll(source, e -> (int) ((long) e * size.atoms() / size.edges()));
        double[] features = new double[size.atoms() * FEATURES];
        for (int v = 0; v < size.atoms(); v++) {
            features[v * FEATURES + random.nextInt(FEATURES)] = 1;
        }
        double[] composition = new double[CRYSTALS * GraphInputs.COMPOSITION];
        for (int g = 0; g < CRYSTALS; g++) {
            composition[g * GraphInputs.COMPOSITION + random.nextInt(100)] = 1;
        }
        return new Feeds()
                .numbers("atom.features", features, size.atoms(), FEATURES)
                .numbers("composition", composition, CRYSTALS, GraphInputs.COMPOSITION)
                .numbers("length", uniform(random, size.lengths(), 2, 8), size.lengths(), 1)
                .numbers("length.scaled", uniform(random, size.lengths(), 0, 1), size.lengths(), 1)
                .numbers("atom.multiplicity", uniform(random, size.atoms(), 1, 1), size.atoms(), 1)
                .numbers("edge.multiplicity", uniform(random, size.edges(), 1, 1), size.edges(), 1)
                .index("atom.crystal", atomCrystal, CRYSTALS)
                .index("edge.source", source, size.atoms())
                .index("edge.target", ids(random, size.edges(), size.atoms()), size.atoms())
                .index("edge.length", ids(random, size.edges(), size.lengths()), size.lengths())
                .index("edge.source.pair", ids(random, size.edges(), size.pairs()), size.pairs())
                .index("edge.target.pair", ids(random, size.edges(), size.pairs()), size.pairs())
                .index("pair.atom", ids(random, size.pairs(), size.atoms()), size.atoms())
                .index("pair.length", ids(random, size.pairs(), size.lengths()), size.lengths())
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
