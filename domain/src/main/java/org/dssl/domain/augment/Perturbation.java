package org.dssl.domain.augment;

import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.random.RandomStream;

/** Moves every atom in a random direction. */
public final class Perturbation {
    private Perturbation() {}

    /** Displacements: directions uniform on the sphere, lengths uniform on minimum … maximum; Cartesian, Å, three per atom. */
    public static double[] draw(int atoms, double minimum, double maximum, RandomStream random) {
        double[] displacement = new double[3 * atoms];
        for (int i = 0; i < atoms; i++) {
            double z = 2 * random.nextDouble() - 1;
            double angle = 2 * Math.PI * random.nextDouble();
            double length = minimum + (maximum - minimum) * random.nextDouble();
            double flat = Math.sqrt(1 - z * z);
            displacement[3 * i] = length * flat * Math.cos(angle);
            displacement[3 * i + 1] = length * flat * Math.sin(angle);
            displacement[3 * i + 2] = length * z;
        }
        return displacement;
    }

    /** The crystal with its atoms moved. */
    public static Crystal move(Crystal crystal, double[] displacement) {
        return crystal.moved(displacement);
    }
}
