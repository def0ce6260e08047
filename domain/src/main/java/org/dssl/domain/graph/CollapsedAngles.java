package org.dssl.domain.graph;

import java.util.Arrays;

/** The angles of a quotient: of those into one kept bond, one per (cosine class, colour of the other bond). */
final class CollapsedAngles {
    private final Angles full;
    private final DistanceClasses cosines;
    private final int[] colour;
    private final int[] kept;
    private int count;

    private CollapsedAngles(Angles full, DistanceClasses cosines, int[] colour) {
        this.full = full;
        this.cosines = cosines;
        this.colour = colour;
        kept = new int[full.count()];
    }

    /**
     * @param colour per bond of the full graph
     * @param bonds those that are kept, one per colour, in rising order
     */
    static Angles of(Angles full, DistanceClasses cosines, int[] colour, int[] bonds) {
        int[] bondOfColour = new int[bonds.length];
        for (int i = 0; i < bonds.length; i++) {
            bondOfColour[colour[bonds[i]]] = i;
        }
        return new CollapsedAngles(full, cosines, colour).collapse(bonds, bondOfColour);
    }

    private Angles collapse(int[] bonds, int[] bondOfColour) {
        int[] multiplicity = new int[full.count()];
        int angle = 0;
        for (int bond : bonds) {
            while (angle < full.count() && full.into()[angle] < bond) {
                angle++;
            }
            int start = count;
            for (; angle < full.count() && full.into()[angle] == bond; angle++) {
                multiplicity[group(angle, start)]++;
            }
        }
        int[] from = new int[count];
        int[] into = new int[count];
        double[] cosine = new double[count];
        for (int i = 0; i < count; i++) {
            from[i] = bondOfColour[colour[full.from()[kept[i]]]];
            into[i] = bondOfColour[colour[full.into()[kept[i]]]];
            cosine[i] = cosines.mean()[cosines.of()[kept[i]]];
        }
        return new Angles(from, into, cosine, Arrays.copyOf(multiplicity, count));
    }

    /** The group of an angle among those since {@code start}, a new one if it is the first of its kind. */
    private int group(int angle, int start) {
        int group = start;
        while (group < count && !equal(kept[group], angle)) {
            group++;
        }
        if (group == count) {
            kept[count++] = angle;
        }
        return group;
    }

    private boolean equal(int one, int other) {
        return cosines.of()[one] == cosines.of()[other] && colour[full.from()[one]] == colour[full.from()[other]];
    }
}
