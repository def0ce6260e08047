package org.dssl.domain.crystal;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.dssl.domain.random.RandomStream;

/** Small crystals, and the changes that leave a crystal the same crystal. For tests of every module. */
public final class TestCrystals {
    private TestCrystals() {}

    public static Crystal of(Lattice lattice, String symbols, double... fractional) {
        String[] names = symbols.split(" ");
        int[] numbers = new int[names.length];
        for (int i = 0; i < names.length; i++) {
            numbers[i] = Elements.number(names[i]).orElseThrow();
        }
        return new Crystal("test", lattice, numbers, fractional, Map.of());
    }

    public static Lattice cubic(double a) {
        return Lattice.ofRows(a, 0, 0, 0, a, 0, 0, 0, a);
    }

    /** Primitive cell of the face-centred cubic lattice. */
    public static Lattice faceCentred(double a) {
        return Lattice.ofRows(0, a / 2, a / 2, a / 2, 0, a / 2, a / 2, a / 2, 0);
    }

    public static Crystal fcc() {
        return of(faceCentred(3.61), "Cu", 0, 0, 0);
    }

    public static Crystal bcc() {
        double h = 2.87 / 2;
        return of(Lattice.ofRows(-h, h, h, h, -h, h, h, h, -h), "Fe", 0, 0, 0);
    }

    public static Crystal simpleCubic() {
        return of(cubic(3.35), "Po", 0, 0, 0);
    }

    public static Crystal diamond() {
        return of(faceCentred(5.43), "Si Si", 0, 0, 0, 0.25, 0.25, 0.25);
    }

    public static Crystal rocksalt() {
        return of(faceCentred(5.64), "Na Cl", 0, 0, 0, 0.5, 0.5, 0.5);
    }

    /** The conventional cell: eight atoms. */
    public static Crystal cubicRocksalt() {
        return of(
                cubic(5.64),
                "Na Na Na Na Cl Cl Cl Cl",
                0,
                0,
                0,
                0,
                0.5,
                0.5,
                0.5,
                0,
                0.5,
                0.5,
                0.5,
                0,
                0.5,
                0.5,
                0.5,
                0.5,
                0,
                0,
                0,
                0.5,
                0,
                0,
                0,
                0.5);
    }

    public static Crystal caesiumChloride() {
        return of(cubic(4.12), "Cs Cl", 0, 0, 0, 0.5, 0.5, 0.5);
    }

    public static Crystal perovskite() {
        return of(cubic(3.905), "Sr Ti O O O", 0, 0, 0, 0.5, 0.5, 0.5, 0.5, 0.5, 0, 0.5, 0, 0.5, 0, 0.5, 0.5);
    }

    public static Crystal rutile() {
        double u = 0.305;
        return of(
                Lattice.ofRows(4.59, 0, 0, 0, 4.59, 0, 0, 0, 2.96),
                "Ti Ti O O O O",
                0,
                0,
                0,
                0.5,
                0.5,
                0.5,
                u,
                u,
                0,
                1 - u,
                1 - u,
                0,
                0.5 + u,
                0.5 - u,
                0.5,
                0.5 - u,
                0.5 + u,
                0.5);
    }

    public static Crystal wurtzite() {
        double t = 1.0 / 3;
        return of(
                Lattice.ofParameters(3.82, 3.82, 6.26, 90, 90, 120),
                "Zn Zn S S",
                t,
                2 * t,
                0,
                2 * t,
                t,
                0.5,
                t,
                2 * t,
                0.3748,
                2 * t,
                t,
                0.8748);
    }

    /** Any cell, any coordinates, also far outside the cell; atoms may be near but not on one spot. */
    public static Crystal random(int atoms, double side, RandomStream random) {
        while (true) {
            try {
                double[] rows = new double[9];
                for (int i = 0; i < 9; i++) {
                    rows[i] = (i % 4 == 0 ? side : 0) + side * (random.nextDouble() - 0.5);
                }
                double[] fractional = new double[3 * atoms];
                int[] numbers = new int[atoms];
                for (int i = 0; i < 3 * atoms; i++) {
                    double f = 6 * random.nextDouble() - 3;
                    // many on the faces of bins and cells, some a last digit below
                    fractional[i] = random.nextInt(3) > 0 ? f : Math.rint(6 * f) / 6 - 1e-17 * random.nextInt(2);
                    numbers[i / 3] = 1 + random.nextInt(3);
                }
                return new Crystal("random", Lattice.ofRows(rows), numbers, fractional, Map.of());
            } catch (CrystalException e) {
                // a flat cell or two atoms on one spot: draw again
            }
        }
    }

    /** The same atoms on other lattice vectors, rows of an integer matrix times the old; |determinant| > 1 repeats. */
    public static Crystal recell(Crystal crystal, int... matrix) {
        Lattice old = crystal.lattice();
        double[] rows = new double[9];
        for (int i = 0; i < 9; i++) {
            int r = i / 3;
            rows[i] = old.cartesian(matrix[3 * r], matrix[3 * r + 1], matrix[3 * r + 2], i % 3);
        }
        Lattice lattice = Lattice.ofRows(rows);
        int copies = (int) Math.round(lattice.volume() / old.volume());
        int[] numbers = new int[copies * crystal.atoms()];
        double[] fractional = new double[3 * numbers.length];
        int count = 0;
        int reach = 0;
        for (int m : matrix) {
            reach += Math.abs(m);
        }
        for (int a = -reach; a <= reach; a++) {
            for (int b = -reach; b <= reach; b++) {
                for (int c = -reach; c <= reach; c++) {
                    if (inside(old, lattice, a, b, c)) {
                        for (int atom = 0; atom < crystal.atoms(); atom++) {
                            numbers[count] = crystal.atomicNumber(atom);
                            put(crystal, atom, a, b, c, lattice, fractional, count++);
                        }
                    }
                }
            }
        }
        return new Crystal(crystal.id(), lattice, numbers, fractional, crystal.labels())
                .withVectors(vectors(crystal, once -> repeated(once, copies)));
    }

    private static double[] repeated(double[] vectors, int copies) {
        double[] repeated = new double[copies * vectors.length];
        for (int i = 0; i < repeated.length; i++) {
            repeated[i] = vectors[i % vectors.length];
        }
        return repeated;
    }

    private static boolean inside(Lattice old, Lattice lattice, int a, int b, int c) {
        for (int axis = 0; axis < 3; axis++) {
            double f = lattice.fractional(
                    old.cartesian(a, b, c, 0), old.cartesian(a, b, c, 1), old.cartesian(a, b, c, 2), axis);
            if (f < -1e-9 || f >= 1 - 1e-9) {
                return false;
            }
        }
        return true;
    }

    private static void put(Crystal from, int atom, int a, int b, int c, Lattice to, double[] fractional, int at) {
        double[] x = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            x[axis] = from.lattice()
                    .cartesian(
                            from.fractional(atom, 0) + a,
                            from.fractional(atom, 1) + b,
                            from.fractional(atom, 2) + c,
                            axis);
        }
        for (int axis = 0; axis < 3; axis++) {
            fractional[3 * at + axis] = to.fractional(x[0], x[1], x[2], axis);
        }
    }

    public static Crystal supercell(Crystal crystal, int a, int b, int c) {
        return recell(crystal, a, 0, 0, 0, b, 0, 0, 0, c);
    }

    /** Turned by a random rotation. */
    public static Crystal rotated(Crystal crystal, RandomStream random) {
        double[] turn = rotation(random);
        double[] rows = times(crystal.lattice().rows(), turn);
        return new Crystal(
                        crystal.id(),
                        Lattice.ofRows(rows),
                        crystal.atomicNumbers(),
                        crystal.fractional(),
                        crystal.labels())
                .withVectors(vectors(crystal, old -> times(old, turn)));
    }

    /** Vectors, three numbers each, turned as {@link #rotated} turns a crystal. */
    public static double[] rotatedVectors(double[] vectors, RandomStream random) {
        return times(vectors, rotation(random));
    }

    private static double[] rotation(RandomStream random) {
        double[] q = new double[4];
        double norm = 0;
        for (int i = 0; i < 4; i++) {
            q[i] = random.nextDouble() - 0.5;
            norm += q[i] * q[i];
        }
        double w = q[0];
        double x = q[1];
        double y = q[2];
        double z = q[3];
        double s = 2 / norm;
        return new double[] {
            1 - s * (y * y + z * z),
            s * (x * y - w * z),
            s * (x * z + w * y),
            s * (x * y + w * z),
            1 - s * (x * x + z * z),
            s * (y * z - w * x),
            s * (x * z - w * y),
            s * (y * z + w * x),
            1 - s * (x * x + y * y)
        };
    }

    private static Map<String, double[]> vectors(Crystal crystal, UnaryOperator<double[]> change) {
        Map<String, double[]> changed = new TreeMap<>();
        crystal.vectorNames()
                .forEach(name ->
                        changed.put(name, change.apply(crystal.vectors(name).orElseThrow())));
        return changed;
    }

    private static double[] times(double[] vectors, double[] matrix) {
        double[] product = new double[vectors.length];
        for (int i = 0; i < product.length; i++) {
            int r = i / 3;
            int k = i % 3;
            product[i] = vectors[3 * r] * matrix[k]
                    + vectors[3 * r + 1] * matrix[3 + k]
                    + vectors[3 * r + 2] * matrix[6 + k];
        }
        return product;
    }

    /** Every atom shifted by one fractional vector. */
    public static Crystal translated(Crystal crystal, double a, double b, double c) {
        double[] shift = {a, b, c};
        double[] fractional = crystal.fractional();
        for (int i = 0; i < fractional.length; i++) {
            fractional[i] += shift[i % 3];
        }
        return crystal.withFractional(fractional);
    }

    /** Atom i of the copy is atom order[i]. */
    public static Crystal permuted(Crystal crystal, int[] order) {
        int[] numbers = new int[order.length];
        double[] fractional = new double[3 * order.length];
        for (int i = 0; i < order.length; i++) {
            numbers[i] = crystal.atomicNumber(order[i]);
            for (int axis = 0; axis < 3; axis++) {
                fractional[3 * i + axis] = crystal.fractional(order[i], axis);
            }
        }
        return new Crystal(crystal.id(), crystal.lattice(), numbers, fractional, crystal.labels())
                .withVectors(vectors(crystal, old -> permutedVectors(old, order)));
    }

    /** Vector i of the copy is vector order[i]. */
    public static double[] permutedVectors(double[] vectors, int[] order) {
        double[] permuted = new double[vectors.length];
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(vectors, 3 * order[i], permuted, 3 * i, 3);
        }
        return permuted;
    }

    /** Every atom moved a little at random: no symmetry is left. */
    public static Crystal noisy(Crystal crystal, double size, RandomStream random) {
        double[] displacement = new double[3 * crystal.atoms()];
        for (int i = 0; i < displacement.length; i++) {
            displacement[i] = size * (2 * random.nextDouble() - 1);
        }
        return crystal.moved(displacement);
    }
}
