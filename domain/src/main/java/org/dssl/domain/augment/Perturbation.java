package org.dssl.domain.augment;

import org.dssl.domain.random.RandomStream;

/**
 * Moves every atom in a random direction by a random distance. {@link org.dssl.domain.crystal.Crystal#moved} applies
 * what is drawn.
 *
 * @param minimum least distance, Å
 * @param maximum greatest distance, Å
 */
public record Perturbation(double minimum, double maximum) {
    public Perturbation {
        if (!(minimum >= 0 && minimum <= maximum && maximum < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "a perturbation moves by " + minimum + " … " + maximum + " Å; it must be 0 ≤ minimum ≤ maximum");
        }
    }

    /** Cartesian displacements, Å, three per atom: directions uniform on the sphere, distances uniform. */
    public double[] draw(int atoms, RandomStream random) {
        double[] displacement = new double[3 * atoms];
        for (int atom = 0; atom < atoms; atom++) {
            // Archimedes: the height of a uniform point on the sphere is uniform.
            double z = 2 * random.nextDouble() - 1;
            double angle = 2 * Math.PI * random.nextDouble();
            double distance = minimum + (maximum - minimum) * random.nextDouble();
            double radius = Math.sqrt(1 - z * z);
            displacement[3 * atom] = distance * radius * Math.cos(angle);
            displacement[3 * atom + 1] = distance * radius * Math.sin(angle);
            displacement[3 * atom + 2] = distance * z;
        }
        return displacement;
    }
}
