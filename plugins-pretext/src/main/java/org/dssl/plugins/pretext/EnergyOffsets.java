package org.dssl.plugins.pretext;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.Elements;

/**
 * What an energy is by its composition alone: an offset for each element, fitted to energies per atom, and the spread of
 * what is left. Nothing of the crystals is kept.
 *
 * @param offsets by atomic number, eV
 * @param spread root mean square of the rest, eV/atom; 1 before a fit or if nothing is left
 */
record EnergyOffsets(List<Double> offsets, double spread) {
    /** Keeps elements that the data does not tell apart at equal offsets; tiny beside any fraction of atoms. */
    private static final double RIDGE = 1e-8;

    static final EnergyOffsets NONE = new EnergyOffsets(List.of(), 1);

    /** eV/atom; empty if the crystal has no such label. */
    static OptionalDouble perAtom(Crystal crystal, String label, boolean ofCell) {
        OptionalDouble value = crystal.number(label);
        if (value.isEmpty() || !Double.isFinite(value.getAsDouble())) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(ofCell ? value.getAsDouble() / crystal.atoms() : value.getAsDouble());
    }

    /**
     * Least squares around the mean energy per atom.
     *
     * @throws IllegalArgumentException if no crystal has the label
     */
    static EnergyOffsets fitted(List<Crystal> crystals, String label, boolean ofCell) {
        List<Crystal> labelled = crystals.stream()
                .filter(crystal -> perAtom(crystal, label, ofCell).isPresent())
                .toList();
        if (labelled.isEmpty()) {
            throw new IllegalArgumentException("no crystal has the label " + label
                    + "; name the label of the energies, or give data with energies, such as extended XYZ.");
        }
        double mean = labelled.stream()
                .mapToDouble(crystal -> perAtom(crystal, label, ofCell).orElseThrow())
                .average()
                .orElseThrow();
        int size = Elements.KNOWN + 1;
        double[][] normal = new double[size][size + 1];
        for (Crystal crystal : labelled) {
            double[] share = shares(crystal);
            double rest = perAtom(crystal, label, ofCell).orElseThrow() - mean;
            for (int i = 0; i < size; i++) {
                for (int j = 0; share[i] != 0 && j < size; j++) {
                    normal[i][j] += share[i] * share[j];
                }
                normal[i][size] += share[i] * rest;
            }
        }
        for (int i = 0; i < size; i++) {
            normal[i][i] += RIDGE * labelled.size();
        }
        double[] solved = solve(normal);
        List<Double> offsets = new ArrayList<>();
        for (double offset : solved) {
            offsets.add(offset + mean);
        }
        double sum = 0;
        for (Crystal crystal : labelled) {
            double rest = perAtom(crystal, label, ofCell).orElseThrow() - new EnergyOffsets(offsets, 1).of(crystal);
            sum += rest * rest;
        }
        double spread = Math.sqrt(sum / labelled.size());
        return new EnergyOffsets(offsets, spread > 1e-9 ? spread : 1);
    }

    /** The energy of a composition, eV/atom. */
    double of(Crystal crystal) {
        double sum = 0;
        for (int atom = 0; atom < crystal.atoms() && !offsets.isEmpty(); atom++) {
            sum += offsets.get(crystal.atomicNumber(atom)) / crystal.atoms();
        }
        return sum;
    }

    private static double[] shares(Crystal crystal) {
        double[] share = new double[Elements.KNOWN + 1];
        for (int atom = 0; atom < crystal.atoms(); atom++) {
            share[crystal.atomicNumber(atom)] += 1.0 / crystal.atoms();
        }
        return share;
    }

    /** Gaussian elimination of a symmetric positive definite system, right-hand side in the last column. */
    private static double[] solve(double[][] rows) {
        int size = rows.length;
        for (int pivot = 0; pivot < size; pivot++) {
            for (int i = pivot + 1; i < size; i++) {
                double factor = rows[i][pivot] / rows[pivot][pivot];
                for (int j = pivot; factor != 0 && j <= size; j++) {
                    rows[i][j] -= factor * rows[pivot][j];
                }
            }
        }
        double[] solution = new double[size];
        for (int i = size - 1; i >= 0; i--) {
            double rest = rows[i][size];
            for (int j = i + 1; j < size; j++) {
                rest -= rows[i][j] * solution[j];
            }
            solution[i] = rest / rows[i][i];
        }
        return solution;
    }
}
