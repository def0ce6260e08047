package org.dssl.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.Lattice;
import org.dssl.domain.graph.CrystalGraph;
import org.dssl.domain.graph.GraphBuilder;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.domain.graph.Quotient;

/** Microseconds per atom of one cell with 1,000, 10,000 and 100,000 atoms, after a check against all pairs. */
public final class Scaling {
    private static final int[][] SIDES = {{10, 10, 10}, {25, 20, 20}, {50, 50, 40}};
    /** Between the points of the grid, Å; 17.6 Å³ an atom. */
    private static final double GRID = 2.6;

    /** To warm up, and to measure. */
    private static final double SECONDS = 8;

    private Scaling() {}

    private interface Work {
        void run() throws IOException;
    }

    public static void main(String[] args) throws IOException {
        System.out.println("| atoms in the cell | read | all images | minimum image | quotient of all images |");
        System.out.println("| ---: | ---: | ---: | ---: | ---: |");
        Path file = Files.createTempFile("cell", ".cif");
        for (int[] sides : SIDES) {
            Crystal crystal = jitteredGrid(sides);
            CrystalGraph graph = GraphBuilder.build(crystal, GraphOptions.DEFAULT);
            PairCheck.allImages(crystal, graph);
            PairCheck.minimumImages(crystal, GraphBuilder.build(crystal, GraphOptions.PAPER));
            write(crystal, file);
            System.out.printf(
                    Locale.ROOT,
                    "| %,d | %.2f | %.2f | %.2f | %.2f |%n",
                    crystal.atoms(),
                    perAtom(crystal, () -> Structures.each(List.of(file), Crystal::atoms)),
                    perAtom(crystal, () -> GraphBuilder.build(crystal, GraphOptions.DEFAULT)),
                    perAtom(crystal, () -> GraphBuilder.build(crystal, GraphOptions.PAPER)),
                    perAtom(crystal, () -> Quotient.of(graph, crystal.atomicNumbers(), 1e-4)));
        }
        Files.delete(file);
    }

    /** Atoms near the points of a grid, as in a glass or a hot crystal: no two environments are equal. */
    private static Crystal jitteredGrid(int[] sides) {
        int atoms = sides[0] * sides[1] * sides[2];
        SplittableRandom random = new SplittableRandom(7);
        double[] fractional = new double[3 * atoms];
        int[] numbers = new int[atoms];
        for (int i = 0; i < atoms; i++) {
            int[] point = {i / sides[2] / sides[1], i / sides[2] % sides[1], i % sides[2]};
            for (int axis = 0; axis < 3; axis++) {
                fractional[3 * i + axis] = (point[axis] + 0.4 * random.nextDouble()) / sides[axis];
            }
            numbers[i] = 1 + random.nextInt(3);
        }
        Lattice lattice = Lattice.ofRows(GRID * sides[0], 0, 0, 0, GRID * sides[1], 0, 0, 0, GRID * sides[2]);
        return new Crystal("grid", lattice, numbers, fractional, Map.of());
    }

    private static void write(Crystal crystal, Path file) throws IOException {
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
            out.println("data_grid");
            for (int axis = 0; axis < 3; axis++) {
                out.println("_cell_length_" + "abc".charAt(axis) + " " + crystal.lattice().length(axis));
            }
            out.println("loop_\n_atom_site_type_symbol\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z");
            String[] symbols = {"", "H", "He", "Li"};
            for (int i = 0; i < crystal.atoms(); i++) {
                out.println(symbols[crystal.atomicNumber(i)] + " " + crystal.fractional(i, 0) + " "
                        + crystal.fractional(i, 1) + " " + crystal.fractional(i, 2));
            }
        }
    }

    /** CPU time of the process, µs per atom. */
    private static double perAtom(Crystal crystal, Work work) throws IOException {
        repeat(work);
        long before = Timing.cpuTime();
        int times = repeat(work);
        return (Timing.cpuTime() - before) / 1e3 / times / crystal.atoms();
    }

    private static int repeat(Work work) throws IOException {
        long started = System.nanoTime();
        int times = 0;
        do {
            work.run();
            times++;
        } while (System.nanoTime() - started < SECONDS * 1e9);
        return times;
    }
}
