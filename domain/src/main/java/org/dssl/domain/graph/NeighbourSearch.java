package org.dssl.domain.graph;

import java.util.Arrays;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.Lattice;
import org.dssl.domain.crystal.PeriodicSearch;

/**
 * The nearest neighbours of an atom, by either rule of {@link GraphMode}. One object per crystal and thread: the
 * neighbours of the latest query are read from it, ordered by target, then image.
 */
final class NeighbourSearch {
    /** Edge of a bin, Å: some atoms at the densities of solids. */
    private static final double FINEST_BIN = 2.5;

    private static final double COARSEST_BIN = 5;
    /** An atom at the radius to the last digits is within, on every side alike, Å. */
    private static final double NOISE = 1e-8;
    /** A first sphere that holds this many times the wanted neighbours on average is mostly enough. */
    private static final double HEADROOM = 1.6;
    /** How much farther a search goes that found too few. */
    private static final double STEP = 1.4;

    private final PeriodicSearch search;
    private final int neighbours;
    private final int others;
    /** Within this distance of any point there is an image of every atom, Å. */
    private final double covering;
    /** Nearest image so far of each atom, as its place in {@link #kept}; −1 if it has none. */
    private final int[] best;

    private double firstRadius;
    private double[] lengths = new double[64];
    private double[] scratch = new double[64];
    private long[] order = new long[64];
    private int[] kept = new int[64];
    private int count;

    NeighbourSearch(Crystal crystal, int neighbours) {
        this.neighbours = neighbours;
        double room = crystal.lattice().volume() / crystal.atoms();
        search = new PeriodicSearch(crystal, Math.max(FINEST_BIN, Math.min(COARSEST_BIN, Math.cbrt(room))));
        firstRadius = Math.cbrt(HEADROOM * neighbours * room / (4.0 / 3 * Math.PI));
        covering = coveringRadius(crystal.lattice().reduced().lattice()) + NOISE;
        others = crystal.atoms() - 1;
        best = new int[crystal.atoms()];
        Arrays.fill(best, -1);
    }

    /** Rounding coordinates in the basis made orthogonal, one vector after the other, leaves at most half of each. */
    private static double coveringRadius(Lattice reduced) {
        double sum = 0;
        for (int vector = 0; vector < 3; vector++) {
            sum += reduced.length(vector) * reduced.length(vector);
        }
        return Math.sqrt(sum) / 2;
    }

    /**
     * All images, the atom's own among them: the nearest ones within {@code radius} and the rest of the last one's
     * shell, up to {@code tolerance} farther.
     *
     * @return how many; zero if there is none within the radius
     */
    int nearestImages(int atom, double radius, double tolerance) {
        double within = radius + NOISE;
        double reach = Math.min(within, firstRadius);
        double cut = within;
        int hits = measure(atom, reach);
        while (hits < neighbours && reach < within) {
            reach = Math.min(within, STEP * reach);
            hits = measure(atom, reach);
        }
        if (hits >= neighbours) {
            System.arraycopy(lengths, 0, scratch, 0, hits);
            cut = lastOf(hits) + tolerance;
            if (cut > reach) {
                hits = measure(atom, cut);
            }
            firstRadius = Math.max(1.05 * cut, 0.9 * firstRadius);
        }
        count = 0;
        for (int hit = 0; hit < hits; hit++) {
            kept[count] = hit;
            count += lengths[hit] <= cut ? 1 : 0;
        }
        sortKept();
        return count;
    }

    /** The lengths of all hits within a radius. */
    private int measure(int atom, double radius) {
        int hits = search.within(atom, radius);
        if (hits >= lengths.length) {
            int larger = Math.max(hits + 1, 2 * lengths.length);
            lengths = new double[larger];
            scratch = new double[larger];
            order = new long[larger];
            kept = new int[larger];
        }
        for (int hit = 0; hit < hits; hit++) {
            lengths[hit] = Math.sqrt(search.squared(hit));
        }
        return hits;
    }

    /** The length of the last wanted neighbour among the first {@code many} of {@link #scratch}. */
    private double lastOf(int many) {
        return Selection.smallest(scratch, many, neighbours - 1);
    }

    /**
     * The nearest image of each other atom within {@code radius}, the nearest of them; of equal distances the atom that
     * comes first.
     */
    int nearestAtoms(int atom, double radius) {
        double within = Math.min(radius + NOISE, covering);
        double reach = others <= neighbours ? within : Math.min(within, firstRadius);
        keepNearestImages(atom, reach);
        while (count < neighbours && reach < within) {
            reach = Math.min(within, STEP * reach);
            keepNearestImages(atom, reach);
        }
        if (count >= neighbours) {
            double last = lastKept();
            if (last > reach * (1 - 1e-12) && reach < within) { // an atom just beyond may be as far to the last digit
                keepNearestImages(atom, Math.min(within, STEP * reach));
            }
            firstRadius = Math.max(1.05 * last, 0.9 * firstRadius);
            dropBeyond(last);
        }
        sortKept();
        dropLastTies();
        return count;
    }

    private void keepNearestImages(int atom, double radius) {
        int hits = measure(atom, radius);
        count = 0;
        for (int hit = 0; hit < hits; hit++) {
            int target = search.target(hit);
            int known = best[target];
            if (known >= 0) {
                if (nearer(hit, kept[known])) {
                    kept[known] = hit;
                }
            } else if (target != atom) {
                best[target] = count;
                kept[count++] = hit;
            }
        }
        for (int i = 0; i < count; i++) {
            best[search.target(kept[i])] = -1;
        }
    }

    private boolean nearer(int hit, int than) {
        int byLength = Double.compare(search.squared(hit), search.squared(than));
        return byLength < 0 || (byLength == 0 && search.compareImages(hit, than) < 0);
    }

    private double lastKept() {
        for (int i = 0; i < count; i++) {
            scratch[i] = lengths[kept[i]];
        }
        return lastOf(count);
    }

    private void dropBeyond(double last) {
        int left = 0;
        for (int i = 0; i < count; i++) {
            kept[left] = kept[i];
            left += lengths[kept[i]] <= last ? 1 : 0;
        }
        count = left;
    }

    /** Of more neighbours than wanted, which then end with equal lengths, those that come first stay. */
    private void dropLastTies() {
        int surplus = count - neighbours;
        if (surplus <= 0) {
            return;
        }
        double last = lastKept();
        for (int i = count - 1; surplus > 0; i--) {
            if (lengths[kept[i]] == last) {
                System.arraycopy(kept, i + 1, kept, i, count - i - 1);
                count--;
                surplus--;
            }
        }
    }

    /** By target with one fast sort; images of one target are few. */
    private void sortKept() {
        boolean inOrder = true;
        for (int i = 0; i < count; i++) {
            order[i] = ((long) search.target(kept[i]) << 32) | kept[i];
            inOrder &= i == 0 || order[i - 1] < order[i];
        }
        if (!inOrder) {
            Arrays.sort(order, 0, count);
        }
        for (int i = 0; i < count; i++) {
            int hit = (int) order[i];
            int target = (int) (order[i] >>> 32);
            int at = i;
            while (at > 0 && search.target(kept[at - 1]) == target && search.compareImages(kept[at - 1], hit) > 0) {
                kept[at] = kept[at - 1];
                at--;
            }
            kept[at] = hit;
        }
    }

    int target(int neighbour) {
        return search.target(kept[neighbour]);
    }

    double distance(int neighbour) {
        return lengths[kept[neighbour]];
    }

    /** Writes the three components of the image. */
    void image(int neighbour, int[] into, int at) {
        search.image(kept[neighbour], into, at);
    }

    /** Writes the three components of the displacement. */
    void displacement(int neighbour, double[] into, int at) {
        search.displacement(kept[neighbour], into, at);
    }
}
