package org.dssl.domain.symmetry;

import org.dssl.domain.crystal.CrystalException;
import org.dssl.domain.crystal.Lattice;

/**
 * The Niggli-reduced basis of a lattice: one shortest basis, the same for every choice of lattice vectors.
 *
 * <p>Algorithm: Křivý and Gruber, <i>A unified algorithm for determining the reduced (Niggli) cell</i>, Acta Cryst. A32,
 * 297 (1976), with the comparisons within a tolerance of Grosse-Kunstleve, Sauter and Adams, <i>Numerically stable
 * algorithms for the computation of reduced unit cells</i>, Acta Cryst. A60, 1 (2004). Names as there: A = a·a, B = b·b,
 * C = c·c, ξ = 2 b·c, η = 2 a·c, ζ = 2 a·b; step numbers too.
 */
public final class NiggliCell {
    /** Two of A … ζ are equal if they differ by at most this times V^⅔. */
    public static final double TOLERANCE = 1e-5;

    /** Near is not transitive: a lattice on the edge of the tolerance may go round in circles; then the next one counts. */
    private static final double[] TOLERANCES = {TOLERANCE, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10};

    private static final int MAX_STEPS = 100;

    private final double[] v;
    private final double epsilon;

    private NiggliCell(double[] rows, double epsilon) {
        v = rows;
        this.epsilon = epsilon;
    }

    /** The reduced basis, not turned in space. Unique is its metric tensor; of equal bases it may be any. */
    public static Lattice of(Lattice lattice) {
        double edge = Math.cbrt(lattice.volume());
        for (double tolerance : TOLERANCES) {
            NiggliCell cell = new NiggliCell(lattice.reduced().lattice().rows(), tolerance * edge * edge);
            for (int step = 0; step < MAX_STEPS; step++) {
                if (cell.settled()) {
                    return Lattice.ofRows(cell.v);
                }
            }
        }
        throw new CrystalException("the cell has no Niggli-reduced form: its vectors are too large or too skew for the"
                + " digits of a double");
    }

    private double a() {
        return dot(0, 0);
    }

    private double b() {
        return dot(1, 1);
    }

    private double c() {
        return dot(2, 2);
    }

    private double xi() {
        return 2 * dot(1, 2);
    }

    private double eta() {
        return 2 * dot(0, 2);
    }

    private double zeta() {
        return 2 * dot(0, 1);
    }

    /** One pass over the steps; false once a step asks to begin anew. */
    private boolean settled() {
        sort();
        setSigns();
        return !(shortenFace(2, 1, xi(), b(), eta(), zeta()) // step 5
                || shortenFace(2, 0, eta(), a(), xi(), zeta()) // step 6
                || shortenFace(1, 0, zeta(), a(), xi(), eta()) // step 7
                || shortenDiagonal());
    }

    /** Steps 1 and 2: A ≤ B ≤ C, and where two are equal the angles' terms in order. */
    private void sort() {
        boolean changed = true;
        while (changed) {
            changed = false;
            if (greater(a(), b()) || (equal(a(), b()) && greater(Math.abs(xi()), Math.abs(eta())))) {
                swap(0, 1);
            }
            if (greater(b(), c()) || (equal(b(), c()) && greater(Math.abs(eta()), Math.abs(zeta())))) {
                swap(1, 2);
                changed = true;
            }
        }
    }

    /** Steps 3 and 4: ξ, η and ζ all positive, or none. */
    private void setSigns() {
        int[] sign = {sign(xi()), sign(eta()), sign(zeta())};
        int product = sign[0] * sign[1] * sign[2];
        int[] flip = {1, 1, 1};
        int free = -1;
        int flips = 1;
        for (int i = 0; i < 3; i++) {
            if (product > 0 ? sign[i] < 0 : sign[i] > 0) {
                flip[i] = -1;
                flips = -flips;
            } else if (sign[i] == 0) {
                free = i;
            }
        }
        if (flips < 0) {
            // Only a vector whose two angles do not both count may turn alone; without a zero the flips come in pairs.
            flip[free] = -1;
        }
        for (int i = 0; i < 3; i++) {
            add(i, i, flip[i] - 1);
        }
    }

    /** Steps 5 to 7: takes {@code shorter} off {@code longer}, or adds it, if their product is too large. */
    private boolean shortenFace(int longer, int shorter, double product, double square, double second, double third) {
        boolean positive = equal(product, square) && smaller(2 * second, third);
        boolean negative = equal(product, -square) && smaller(third, 0);
        if (greater(Math.abs(product), square) || positive || negative) {
            add(longer, shorter, product > 0 ? -1 : 1);
            return true;
        }
        return false;
    }

    /** Step 8. */
    private boolean shortenDiagonal() {
        double sum = xi() + eta() + zeta() + a() + b();
        if (smaller(sum, 0) || (equal(sum, 0) && greater(2 * (a() + eta()) + zeta(), 0))) {
            add(2, 0, 1);
            add(2, 1, 1);
            return true;
        }
        return false;
    }

    private int sign(double x) {
        return greater(x, 0) ? 1 : smaller(x, 0) ? -1 : 0;
    }

    private boolean smaller(double x, double y) {
        return x < y - epsilon;
    }

    private boolean greater(double x, double y) {
        return smaller(y, x);
    }

    private boolean equal(double x, double y) {
        return !smaller(x, y) && !smaller(y, x);
    }

    private double dot(int i, int j) {
        return v[3 * i] * v[3 * j] + v[3 * i + 1] * v[3 * j + 1] + v[3 * i + 2] * v[3 * j + 2];
    }

    /** Vector i += times · vector j. */
    private void add(int i, int j, int times) {
        for (int k = 0; k < 3; k++) {
            v[3 * i + k] += times * v[3 * j + k];
        }
    }

    private void swap(int i, int j) {
        for (int k = 0; k < 3; k++) {
            double x = v[3 * i + k];
            v[3 * i + k] = v[3 * j + k];
            v[3 * j + k] = x;
        }
    }
}
