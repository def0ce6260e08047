package org.dssl.domain.graph;

import java.util.Arrays;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.PeriodicSearch;

/**
 * The nearest neighbours of an atom, by either rule of {@link GraphMode}. One object per crystal and thread: the
 * neighbours of the latest query are read from it, ordered by target, then image.
 */
final class NeighbourSearch {
    /** Edge of a bin, Å: a few atoms at the densities of solids. */
    private static final double FINEST_BIN = 2.5;

    private static final double COARSEST_BIN = 5;
    /** An atom at the radius to the last digits is within, on every side alike, Å. */
    private static final double NOISE = 1e-8;
    /** A first sphere that holds this many times the wanted neighbours on average is mostly enough. */
    private static final double HEADROOM = 1.6;

    private final PeriodicSearch search;
    private final int[] best;
    private double firstRadius;
    private double[] lengths = new double[64];
    private long[] order = new long[64];
    private int[] kept = new int[64];
    private int count;
    private int atom;

    NeighbourSearch(Crystal crystal, int neighbours) {
        double room = crystal.lattice().volume() / crystal.atoms();
        double side = Math.max(FINEST_BIN, Math.min(COARSEST_BIN, Math.cbrt(room)));
        search = new PeriodicSearch(crystal, side);
        firstRadius = Math.cbrt(HEADROOM * neighbours * room / (4.0 / 3 * Math.PI));
        best = new int[crystal.atoms()];
        Arrays.fill(best, -1);
    }

    /**
     * All images, the atom's own among them: the {@code neighbours} nearest within {@code radius} and the rest of the
     * last one's shell, up to {@code tolerance} farther.
     *
     * @return how many; zero if there is none within the radius
     */
    int nearestImages(int of, int neighbours, double radius, double tolerance) {
        atom = of;
        double within = radius + NOISE;
        double reach = Math.min(within, firstRadius);
        double cut = within;
        int hits = search.within(atom, reach);
        while (hits < neighbours && reach < within) {
            reach = Math.min(within, 1.4 * reach);
            hits = search.within(atom, reach);
        }
        if (hits >= neighbours) {
            cut = distanceOf(neighbours, hits) + tolerance;
            if (cut > reach) {
                hits = search.within(atom, cut);
            }
            firstRadius = Math.max(1.05 * cut, 0.9 * firstRadius);
        }
        count = 0;
        for (int hit = 0; hit < hits; hit++) {
            if (Math.sqrt(search.squared(hit)) <= cut) {
                keep(hit);
            }
        }
        sortKept();
        return count;
    }

    /**
     * The nearest image of each other atom within {@code radius}, at most {@code neighbours} of them; of equal
     * distances the atom that comes first.
     */
    int nearestAtoms(int of, int neighbours, double radius) {
        atom = of;
        int hits = search.within(atom, radius + NOISE);
        count = 0;
        for (int hit = 0; hit < hits; hit++) {
            int target = search.target(hit);
            if (target == atom) {
                continue;
            }
            int known = best[target];
            if (known < 0) {
                best[target] = count;
                keep(hit);
            } else if (nearer(hit, kept[known])) {
                kept[known] = hit;
            }
        }
        for (int i = 0; i < count; i++) {
            best[search.target(kept[i])] = -1;
        }
        sortKept();
        cutTo(neighbours);
        return count;
    }

    private boolean nearer(int hit, int than) {
        int byLength = Double.compare(search.squared(hit), search.squared(than));
        return byLength < 0 || (byLength == 0 && compareImages(hit, than) < 0);
    }

    /** Kept ones are ordered by target, so that dropping the farther leaves ties cut by atom order. */
    private void cutTo(int neighbours) {
        if (count <= neighbours) {
            return;
        }
        grow(count);
        for (int i = 0; i < count; i++) {
            lengths[i] = distance(i);
        }
        Arrays.sort(lengths, 0, count);
        double last = lengths[neighbours - 1];
        int ofLast = neighbours;
        for (int i = 0; i < neighbours; i++) {
            if (lengths[i] < last) {
                ofLast--;
            }
        }
        int left = 0;
        for (int i = 0; i < count; i++) {
            double length = distance(i);
            if (length < last || (length == last && ofLast-- > 0)) {
                kept[left++] = kept[i];
            }
        }
        count = left;
    }

    private double distanceOf(int rank, int hits) {
        grow(hits);
        for (int hit = 0; hit < hits; hit++) {
            lengths[hit] = search.squared(hit);
        }
        Arrays.sort(lengths, 0, hits);
        return Math.sqrt(lengths[rank - 1]);
    }

    private void grow(int size) {
        if (size > lengths.length) {
            int larger = Math.max(size, 2 * lengths.length);
            lengths = new double[larger];
            order = new long[larger];
            kept = Arrays.copyOf(kept, larger);
        }
    }

    private void keep(int hit) {
        grow(count + 1);
        kept[count++] = hit;
    }

    /** By target with one fast sort; images of one target are few. */
    private void sortKept() {
        for (int i = 0; i < count; i++) {
            order[i] = ((long) search.target(kept[i]) << 32) | kept[i];
        }
        Arrays.sort(order, 0, count);
        for (int i = 0; i < count; i++) {
            int hit = (int) order[i];
            int at = i;
            while (at > 0
                    && search.target(kept[at - 1]) == search.target(hit)
                    && compareImages(kept[at - 1], hit) > 0) {
                kept[at] = kept[at - 1];
                at--;
            }
            kept[at] = hit;
        }
    }

    private int compareImages(int one, int other) {
        for (int axis = 0; axis < 3; axis++) {
            int compared = Integer.compare(search.image(atom, one, axis), search.image(atom, other, axis));
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }

    int target(int neighbour) {
        return search.target(kept[neighbour]);
    }

    double distance(int neighbour) {
        return Math.sqrt(search.squared(kept[neighbour]));
    }

    int image(int neighbour, int axis) {
        return search.image(atom, kept[neighbour], axis);
    }

    double displacement(int neighbour, int axis) {
        return search.displacement(kept[neighbour], axis);
    }
}
