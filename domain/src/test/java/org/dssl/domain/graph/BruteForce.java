package org.dssl.domain.graph;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.Lattice;

/** Neighbours by trying every image that can be near: slow and plain, the oracle of the search. */
final class BruteForce {
    private BruteForce() {}

    /** Sorted distances of all images within a radius of an atom. */
    static double[] distances(Crystal crystal, int atom, double radius) {
        DoubleStream.Builder found = DoubleStream.builder();
        for (int other = 0; other < crystal.atoms(); other++) {
            for (double d : images(crystal, atom, other, radius)) {
                if (d > 1e-8 && d <= radius) {
                    found.add(d);
                }
            }
        }
        return found.build().sorted().toArray();
    }

    /** Sorted distances to the nearest image of each other atom. */
    static double[] minimumImages(Crystal crystal, int atom) {
        double[] nearest = new double[crystal.atoms() - 1];
        int count = 0;
        for (int other = 0; other < crystal.atoms(); other++) {
            if (other != atom) {
                double far = crystal.lattice().length(0)
                        + crystal.lattice().length(1)
                        + crystal.lattice().length(2);
                nearest[count++] =
                        Arrays.stream(images(crystal, atom, other, far)).min().orElseThrow();
            }
        }
        Arrays.sort(nearest);
        return nearest;
    }

    /** Distances to at least every image of {@code other} within the radius. */
    private static double[] images(Crystal crystal, int atom, int other, double radius) {
        Lattice lattice = crystal.lattice();
        int[] from = new int[3];
        int[] to = new int[3];
        double[] f = new double[3];
        for (int k = 0; k < 3; k++) {
            f[k] = crystal.fractional(other, k) - crystal.fractional(atom, k);
            double reach = radius / lattice.planeSpacing(k);
            from[k] = (int) Math.floor(-f[k] - reach);
            to[k] = (int) Math.ceil(-f[k] + reach);
        }
        DoubleStream.Builder found = DoubleStream.builder();
        for (int a = from[0]; a <= to[0]; a++) {
            for (int b = from[1]; b <= to[1]; b++) {
                for (int c = from[2]; c <= to[2]; c++) {
                    double x = lattice.cartesian(f[0] + a, f[1] + b, f[2] + c, 0);
                    double y = lattice.cartesian(f[0] + a, f[1] + b, f[2] + c, 1);
                    double z = lattice.cartesian(f[0] + a, f[1] + b, f[2] + c, 2);
                    found.add(Math.sqrt(x * x + y * y + z * z));
                }
            }
        }
        return found.build().toArray();
    }
}
