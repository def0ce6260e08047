package org.dssl.domain.crystal;

/** Three lattice vectors as the rows a, b, c of a matrix, in Å. Cartesian = fractional · matrix. */
public final class Lattice {
    /** Of a vector's components, Å. What is larger is a mistake, and leaves too few digits to search neighbours. */
    private static final double LARGEST = 1e6;

    private final double[] rows;
    private final double[] inverse;
    private final double volume;
    private ReducedCell reduced; // made when first asked for; immutable, so a race only makes it twice

    private Lattice(double[] rows) {
        this.rows = rows;
        for (double value : rows) {
            if (!(Math.abs(value) <= LARGEST)) {
                throw new CrystalException(
                        "a lattice vector has the component " + value + " Å; at most " + LARGEST + " is possible");
            }
        }
        double[] bc = cross(rows, 3, 6);
        double determinant = rows[0] * bc[0] + rows[1] * bc[1] + rows[2] * bc[2];
        this.volume = Math.abs(determinant);
        if (!(volume > 1e-6)) {
            throw new CrystalException("the cell has volume " + volume + " Å³; lattice vectors must span a volume");
        }
        double[] ca = cross(rows, 6, 0);
        double[] ab = cross(rows, 0, 3);
        this.inverse = new double[9];
        for (int k = 0; k < 3; k++) {
            inverse[3 * k] = bc[k] / determinant;
            inverse[3 * k + 1] = ca[k] / determinant;
            inverse[3 * k + 2] = ab[k] / determinant;
        }
    }

    /** @param rows a, b, c one after the other, Å */
    public static Lattice ofRows(double... rows) {
        if (rows.length != 9) {
            throw new CrystalException("a lattice needs 9 numbers, found " + rows.length);
        }
        for (double value : rows) {
            if (!Double.isFinite(value)) {
                throw new CrystalException("a lattice vector holds " + value);
            }
        }
        return new Lattice(rows.clone());
    }

    /** From lengths in Å and angles in degrees; a along x, b in the xy plane. */
    public static Lattice ofParameters(double a, double b, double c, double alpha, double beta, double gamma) {
        for (double length : new double[] {a, b, c}) {
            if (!(length > 0) || Double.isInfinite(length)) {
                throw new CrystalException("a cell length is " + length + " Å; it must be positive");
            }
        }
        for (double angle : new double[] {alpha, beta, gamma}) {
            if (!(angle > 0 && angle < 180)) {
                throw new CrystalException("a cell angle is " + angle + "°; it must lie between 0 and 180");
            }
        }
        double cosA = cosine(alpha);
        double cosB = cosine(beta);
        double cosG = cosine(gamma);
        double sinG = Math.sin(Math.toRadians(gamma));
        double y = (cosA - cosB * cosG) / sinG;
        double z2 = 1 - cosB * cosB - y * y;
        if (!(z2 > 0)) {
            throw new CrystalException("cell angles " + alpha + ", " + beta + ", " + gamma + "° span no volume");
        }
        return new Lattice(new double[] {a, 0, 0, b * cosG, b * sinG, 0, c * cosB, c * y, c * Math.sqrt(z2)});
    }

    /** Exact at 90°, where {@code Math.cos} leaves 6e-17. */
    private static double cosine(double degrees) {
        return degrees == 90 ? 0 : Math.cos(Math.toRadians(degrees));
    }

    private double[] cross(double[] m, int i, int j) {
        return new double[] {
            m[i + 1] * m[j + 2] - m[i + 2] * m[j + 1],
            m[i + 2] * m[j] - m[i] * m[j + 2],
            m[i] * m[j + 1] - m[i + 1] * m[j]
        };
    }

    /** Component {@code axis} (x, y, z) of vector {@code vector} (a, b, c), Å. */
    public double get(int vector, int axis) {
        return rows[3 * vector + axis];
    }

    /** Volume, Å³. */
    public double volume() {
        return volume;
    }

    /** Length of vector 0 … 2, Å. */
    public double length(int vector) {
        return Math.sqrt(dot(vector, vector));
    }

    /** Angle opposite to the name: 0 is α (between b and c), degrees. */
    public double angle(int which) {
        int i = (which + 1) % 3;
        int j = (which + 2) % 3;
        return Math.toDegrees(Math.acos(dot(i, j) / (length(i) * length(j))));
    }

    private double dot(int i, int j) {
        return get(i, 0) * get(j, 0) + get(i, 1) * get(j, 1) + get(i, 2) * get(j, 2);
    }

    /** Distance between neighbouring lattice planes spanned by the other two vectors, Å. */
    public double planeSpacing(int vector) {
        double x = inverse[vector];
        double y = inverse[3 + vector];
        double z = inverse[6 + vector];
        return 1 / Math.sqrt(x * x + y * y + z * z);
    }

    /** Cartesian component {@code axis} of a fractional vector. */
    public double cartesian(double fa, double fb, double fc, int axis) {
        return fa * rows[axis] + fb * rows[3 + axis] + fc * rows[6 + axis];
    }

    /** Fractional component {@code vector} of a Cartesian vector. */
    public double fractional(double x, double y, double z, int vector) {
        return x * inverse[vector] + y * inverse[3 + vector] + z * inverse[6 + vector];
    }

    /** The same lattice in its shortest basis. */
    public ReducedCell reduced() {
        ReducedCell known = reduced;
        if (known == null) {
            known = new ReducedCell(this);
            reduced = known;
        }
        return known;
    }

    /** The rows a, b, c, Å; a copy. */
    public double[] rows() {
        return rows.clone();
    }
}
