package org.dssl.adapters.io.store;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.Lattice;

/**
 * A crystal in bytes, in two parts: what is named (its id, where it was read, labels and vectors), with the length of
 * all that, so that it can be skipped; then lattice and atoms. Equal crystals make equal bytes.
 */
final class CrystalCodec {
    private CrystalCodec() {}

    static void write(Crystal crystal, String place, ByteSink sink) {
        sink.bytes(named(crystal, place));
        sink.numbers(crystal.lattice().rows());
        sink.count(crystal.atoms());
        for (int atomicNumber : crystal.atomicNumbers()) {
            sink.octet(atomicNumber);
        }
        sink.numbers(crystal.fractional());
    }

    private static byte[] named(Crystal crystal, String place) {
        ByteSink sink = new ByteSink();
        sink.text(place);
        sink.text(crystal.id());
        sink.count(crystal.labels().size());
        new TreeMap<>(crystal.labels()).forEach((name, value) -> {
            sink.text(name);
            sink.text(value);
        });
        sink.count(crystal.vectorNames().size());
        for (String name : new TreeSet<>(crystal.vectorNames())) {
            double[] values = crystal.vectors(name).orElseThrow();
            sink.text(name);
            sink.count(values.length);
            sink.numbers(values);
        }
        return sink.bytes();
    }

    static String place(ByteSource source) {
        source.count();
        return source.text();
    }

    static Crystal read(ByteSource source) {
        source.count();
        source.text();
        String id = source.text();
        Map<String, String> labels = new HashMap<>();
        for (int left = source.count(); left > 0; left--) {
            labels.put(source.text(), source.text());
        }
        Map<String, double[]> vectors = new TreeMap<>();
        for (int left = source.count(); left > 0; left--) {
            vectors.put(source.text(), source.numbers(source.count()));
        }
        return atoms(source, id, labels, vectors);
    }

    /** Lattice and atoms alone. */
    static Crystal readAtoms(ByteSource source) {
        source.skip(source.count());
        return atoms(source, "", Map.of(), Map.of());
    }

    private static Crystal atoms(
            ByteSource source, String id, Map<String, String> labels, Map<String, double[]> vectors) {
        Lattice lattice = Lattice.ofRows(source.numbers(9));
        int[] atomicNumbers = new int[source.count()];
        for (int atom = 0; atom < atomicNumbers.length; atom++) {
            atomicNumbers[atom] = source.octet();
        }
        double[] fractional = source.numbers(3 * atomicNumbers.length);
        return Crystal.checkedBefore(id, lattice, atomicNumbers, fractional, labels, vectors);
    }
}
