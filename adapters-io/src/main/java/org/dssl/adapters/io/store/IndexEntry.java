package org.dssl.adapters.io.store;

import java.nio.ByteBuffer;
import org.dssl.domain.graph.Shrinkage;

/**
 * Where a record begins, and what is asked of all of them at once.
 *
 * @param lengths shortest and longest edge, Å
 */
record IndexEntry(long position, Shrinkage shrinkage, double[] lengths) {
    static final int BYTES = 3 * Long.BYTES + 6 * Integer.BYTES;

    void write(ByteBuffer into) {
        into.putLong(position).putDouble(lengths[0]).putDouble(lengths[1]);
        into.putInt(Math.toIntExact(shrinkage.atoms()));
        into.putInt(Math.toIntExact(shrinkage.edges()));
        into.putInt(Math.toIntExact(shrinkage.angles()));
        into.putInt(Math.toIntExact(shrinkage.quotientAtoms()));
        into.putInt(Math.toIntExact(shrinkage.quotientEdges()));
        into.putInt(Math.toIntExact(shrinkage.quotientAngles()));
    }

    static long position(ByteBuffer from, int at) {
        return from.getLong(at);
    }

    /** Of the full graph; 0 if there is none. */
    static int atoms(ByteBuffer from, int at) {
        return from.getInt(at + 24);
    }

    /** @param from shared, its position is not looked at */
    static IndexEntry read(ByteBuffer from, int at) {
        Shrinkage shrinkage = new Shrinkage(
                atoms(from, at),
                from.getInt(at + 28),
                from.getInt(at + 32),
                from.getInt(at + 36),
                from.getInt(at + 40),
                from.getInt(at + 44));
        return new IndexEntry(
                position(from, at), shrinkage, new double[] {from.getDouble(at + 8), from.getDouble(at + 16)});
    }
}
