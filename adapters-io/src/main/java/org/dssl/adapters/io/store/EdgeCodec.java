package org.dssl.adapters.io.store;

import org.dssl.domain.graph.CrystalGraph;
import org.dssl.domain.graph.KnownEdges;

/** The edges of a full graph in bytes: for each atom how many it receives from, then targets, then images. */
final class EdgeCodec {
    /** Images whose three offsets are at most this take one byte. */
    private static final int NEAR = 2;

    private static final int SIDE = 2 * NEAR + 1;
    private static final int FAR = 255;

    private EdgeCodec() {}

    static void write(CrystalGraph full, boolean loops, ByteSink sink) {
        int edges = full.edges() - (loops ? full.atoms() : 0);
        int[] received = new int[full.atoms()];
        for (int e = 0; e < edges; e++) {
            received[full.source()[e]]++;
        }
        sink.counts(received);
        for (int e = 0; e < edges; e++) {
            sink.count(full.target()[e]);
        }
        for (int e = 0; e < edges; e++) {
            writeImage(full.image(), 3 * e, sink);
        }
    }

    /** Whether the graph ends with a self-loop at each atom. */
    static boolean loops(CrystalGraph full) {
        int first = full.edges() - full.atoms();
        boolean loops = first >= 0;
        for (int atom = 0; atom < full.atoms() && loops; atom++) {
            int e = first + atom;
            boolean here = full.image()[3 * e] == 0 && full.image()[3 * e + 1] == 0 && full.image()[3 * e + 2] == 0;
            loops = here && full.source()[e] == atom && full.target()[e] == atom;
        }
        return loops;
    }

    private static void writeImage(int[] image, int at, ByteSink sink) {
        int code = 0;
        boolean near = true;
        for (int axis = 0; axis < 3; axis++) {
            near &= Math.abs(image[at + axis]) <= NEAR;
            code = code * SIDE + image[at + axis] + NEAR;
        }
        sink.octet(near ? code : FAR);
        for (int axis = 0; axis < 3 && !near; axis++) {
            sink.signed(image[at + axis]);
        }
    }

    static KnownEdges read(int atoms, boolean loops, ByteSource source) {
        int[] received = source.counts(atoms);
        int edges = 0;
        for (int count : received) {
            edges += count;
        }
        int all = edges + (loops ? atoms : 0);
        int[] from = new int[all];
        int[] to = new int[all];
        int[] image = new int[3 * all];
        int e = 0;
        for (int atom = 0; atom < atoms; atom++) {
            for (int k = 0; k < received[atom]; k++) {
                from[e++] = atom;
            }
        }
        for (e = 0; e < edges; e++) {
            to[e] = source.count();
        }
        for (e = 0; e < edges; e++) {
            readImage(source, image, 3 * e);
        }
        for (int atom = 0; e < all; e++, atom++) {
            from[e] = atom;
            to[e] = atom;
        }
        return new KnownEdges(from, to, image);
    }

    private static void readImage(ByteSource source, int[] image, int at) {
        int code = source.octet();
        if (code == FAR) {
            for (int axis = 0; axis < 3; axis++) {
                image[at + axis] = source.signed();
            }
        } else {
            image[at] = code / (SIDE * SIDE) - NEAR;
            image[at + 1] = code / SIDE % SIDE - NEAR;
            image[at + 2] = code % SIDE - NEAR;
        }
    }
}
