package org.dssl.adapters.io.structure.cif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dssl.adapters.io.structure.BadStructureException;
import org.dssl.adapters.io.structure.Limits;
import org.dssl.adapters.io.structure.disorder.Occupant;
import org.dssl.adapters.io.structure.disorder.Spot;
import org.dssl.domain.crystal.Lattice;

/**
 * All atoms of the cell from the sites and the operations. A site whose images fall together within
 * {@link #ONE_ATOM} stands on a special position: it is moved onto that position (the mean of the images), so that
 * rounded coordinates such as 0.3333 do not break the symmetry that the file states.
 */
final class SymmetryExpansion {
    /** Images of a site nearer than this are one atom, Å; rounding to three digits of a 50 Å cell stays below it. */
    static final double ONE_ATOM = 0.05;

    private final Lattice lattice;
    private final List<SymmetryOperation> operations;
    private final List<Occupant> atoms = new ArrayList<>();
    private double[] fractional = new double[96];
    private int size;

    SymmetryExpansion(Lattice lattice, List<SymmetryOperation> operations) {
        this.lattice = lattice;
        this.operations = operations;
    }

    /** Adds a site and its images. Without any symmetry, coordinates stay as they are written. */
    void add(CifSite site) throws BadStructureException {
        if (operations.size() == 1 && operations.get(0).isIdentity()) {
            append(site, site.x(), site.y(), site.z());
            return;
        }
        double[] at = onSpecialPosition(site);
        int first = size;
        for (SymmetryOperation operation : operations) {
            double x = wrapped(operation.image(at[0], at[1], at[2], 0));
            double y = wrapped(operation.image(at[0], at[1], at[2], 1));
            double z = wrapped(operation.image(at[0], at[1], at[2], 2));
            if (find(x, y, z, first, size) < 0) {
                append(site, x, y, z);
            }
        }
    }

    private double[] onSpecialPosition(CifSite site) {
        double[] at = {site.x(), site.y(), site.z()};
        double[] sum = new double[3];
        int count = 0;
        for (SymmetryOperation operation : operations) {
            double[] image = new double[3];
            for (int k = 0; k < 3; k++) {
                double moved = operation.image(at[0], at[1], at[2], k);
                image[k] = moved - Math.rint(moved - at[k]);
            }
            if (near(image[0] - at[0], image[1] - at[1], image[2] - at[2])) {
                for (int k = 0; k < 3; k++) {
                    sum[k] += image[k];
                }
                count++;
            }
        }
        for (int k = 0; k < 3 && count > 1; k++) {
            at[k] = sum[k] / count;
        }
        return at;
    }

    /** On [0, 1); what rounding leaves just below 1 is 0. */
    private static double wrapped(double value) {
        double rest = value - Math.floor(value);
        return rest > 1 - 1e-12 ? 0 : rest;
    }

    private int find(double x, double y, double z, int from, int to) {
        for (int i = from; i < to; i++) {
            double dx = nearest(fractional[3 * i] - x);
            double dy = nearest(fractional[3 * i + 1] - y);
            double dz = nearest(fractional[3 * i + 2] - z);
            if (near(dx, dy, dz)) {
                return i;
            }
        }
        return -1;
    }

    private static double nearest(double difference) {
        return difference - Math.rint(difference);
    }

    private boolean near(double a, double b, double c) {
        double x = lattice.cartesian(a, b, c, 0);
        double y = lattice.cartesian(a, b, c, 1);
        double z = lattice.cartesian(a, b, c, 2);
        return x * x + y * y + z * z < ONE_ATOM * ONE_ATOM;
    }

    private void append(CifSite site, double x, double y, double z) throws BadStructureException {
        Limits.requireAtoms(size + 1L, site.occupant().line());
        if (3 * size + 3 > fractional.length) {
            fractional = Arrays.copyOf(fractional, 2 * fractional.length);
        }
        fractional[3 * size] = x;
        fractional[3 * size + 1] = y;
        fractional[3 * size + 2] = z;
        atoms.add(site.occupant());
        size++;
    }

    /** The atoms' places. */
    List<Spot> spots() throws BadStructureException {
        return new SharedSpots(operations.size() > 1).of(lattice, Arrays.copyOf(fractional, 3 * size), atoms);
    }
}
