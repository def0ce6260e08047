package org.dssl.adapters.io.structure.poscar;

import java.io.IOException;
import java.util.Arrays;
import org.dssl.adapters.io.structure.BadStructureException;
import org.dssl.adapters.io.structure.Lines;
import org.dssl.adapters.io.structure.Shown;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.Lattice;

/** One file on its way to a crystal, line by line. */
final class Poscar {
    private final Lines lines;

    Poscar(Lines lines) {
        this.lines = lines;
    }

    Crystal crystal(String id) throws IOException, BadStructureException {
        Fields comment = next("the comment");
        double[] factors = factors(next("the scaling factor"));
        double[] rows = lattice();
        double[] scale = scale(factors, rows);
        Lattice lattice = scaled(rows, scale);
        Fields symbols = next("the element symbols or numbers of atoms");
        boolean named = symbols.size() > 0 && !Character.isDigit(symbols.texts()[0].charAt(0));
        Fields counts = named ? next("the numbers of atoms") : symbols;
        PoscarSpecies species = PoscarSpecies.of(named ? symbols : comment, counts, named);
        Fields mode = next("Direct or Cartesian");
        if (startsWith(mode, "Ss")) { // Selective dynamics
            mode = next("Direct or Cartesian");
        }
        boolean cartesian = startsWith(mode, "CcKk");
        if (!cartesian && !startsWith(mode, "Dd")) {
            throw new BadStructureException(
                    mode.line(),
                    "Direct or Cartesian must stand here, not "
                            + (mode.size() == 0 ? "nothing" : Shown.quoted(mode.texts()[0])));
        }
        double[] fractional = positions(species.atoms(), cartesian, lattice, scale);
        return PoscarReader.crystal(id, lattice, species.atomicNumbers(), fractional);
    }

    private static boolean startsWith(Fields line, String letters) {
        return line.size() > 0 && letters.indexOf(line.texts()[0].charAt(0)) >= 0;
    }

    private Fields next(String what) throws IOException, BadStructureException {
        String line = lines.next();
        if (line == null) {
            throw new BadStructureException(lines.number(), "the file ends before " + what);
        }
        return Fields.of(line, lines.number());
    }

    /** One, or one along each Cartesian axis. */
    private static double[] factors(Fields line) throws BadStructureException {
        boolean each = line.size() > 2 && Fields.isNumbers(String.join(" ", Arrays.copyOf(line.texts(), 3)), 3);
        double[] factors = each ? line.three("a scaling factor") : new double[] {line.number(0, "the scaling factor")};
        for (double factor : factors) {
            if (factor == 0 || each && factor < 0) {
                throw new BadStructureException(
                        line.line(),
                        "a scaling factor is " + factor
                                + "; it must be positive, or, if there is but one, minus the volume");
            }
        }
        return factors;
    }

    private double[] lattice() throws IOException, BadStructureException {
        double[] rows = new double[9];
        for (int i = 0; i < 3; i++) {
            Fields line = next("lattice vector " + (i + 1));
            System.arraycopy(line.three("lattice vector " + (i + 1)), 0, rows, 3 * i, 3);
        }
        return rows;
    }

    /** The factor along each axis, minus the volume turned into one. */
    private double[] scale(double[] factors, double[] rows) throws BadStructureException {
        if (factors.length == 3) {
            return factors;
        }
        double single = factors[0] > 0
                ? factors[0]
                : Math.cbrt(
                        -factors[0] / PoscarReader.lattice(rows, lines.number()).volume());
        return new double[] {single, single, single};
    }

    private Lattice scaled(double[] rows, double[] scale) throws BadStructureException {
        double[] scaled = new double[9];
        for (int i = 0; i < 9; i++) {
            scaled[i] = rows[i] * scale[i % 3];
        }
        return PoscarReader.lattice(scaled, lines.number());
    }

    private double[] positions(int atoms, boolean cartesian, Lattice lattice, double[] scale)
            throws IOException, BadStructureException {
        double[] fractional = new double[3 * atoms];
        for (int atom = 0; atom < atoms; atom++) {
            String what = "position " + (atom + 1) + " of " + atoms;
            double[] at = next(what).three(what);
            for (int axis = 0; axis < 3; axis++) {
                fractional[3 * atom + axis] = cartesian
                        ? lattice.fractional(scale[0] * at[0], scale[1] * at[1], scale[2] * at[2], axis)
                        : at[axis];
            }
        }
        return fractional;
    }
}
