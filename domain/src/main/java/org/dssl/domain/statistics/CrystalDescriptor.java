package org.dssl.domain.statistics;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.ElementColumn;

/**
 * A crystal as a few numbers that no network has learned: mean and standard deviation over its atoms of properties of their
 * elements, the logarithm of the atomic number among them, and the logarithm of the volume per atom (Å³). Independent of the cell that is chosen. Networks map what they
 * never saw onto what they know, so that their embeddings hide what is new; these do not (docs/uncertainty.md).
 */
public final class CrystalDescriptor {
    /** A noble gas attracts no electrons, and counts as 0 where its electronegativity is unknown; so do other gaps. */
    private static final List<IntToDoubleFunction> PROPERTIES =
            List.of(column("electronegativity"), column("covalent-radius"), column("ionisation-energy"), Math::log);

    public static final int COLUMNS = 2 * PROPERTIES.size() + 1;

    private CrystalDescriptor() {}

    private static IntToDoubleFunction column(String name) {
        ElementColumn column = ElementColumn.named(name).orElseThrow();
        return number -> column.value(number).orElse(0);
    }

    /** Of {@link #COLUMNS} numbers. */
    public static double[] of(Crystal crystal) {
        double[] descriptor = new double[COLUMNS];
        int at = 0;
        for (IntToDoubleFunction property : PROPERTIES) {
            double sum = 0;
            double squares = 0;
            for (int number : crystal.atomicNumbers()) {
                double value = property.applyAsDouble(number);
                sum += value;
                squares += value * value;
            }
            double mean = sum / crystal.atoms();
            descriptor[at++] = mean;
            descriptor[at++] = Math.sqrt(Math.max(0, squares / crystal.atoms() - mean * mean));
        }
        descriptor[at] = Math.log(crystal.lattice().volume() / crystal.atoms());
        return descriptor;
    }
}
