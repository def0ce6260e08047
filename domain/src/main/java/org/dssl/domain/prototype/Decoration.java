package org.dssl.domain.prototype;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.Lattice;
import org.dssl.domain.prototype.Prototype.Contact;

/**
 * A structure type with an ion for each role.
 *
 * @param ions per role
 */
record Decoration(Prototype prototype, List<Ion> ions) {
    /** Ions touch; where not all can at once, the shorter contacts may be this much too long. */
    private static final double LOOSEST = 1.25;
    /** Ions of like sign may come this near, as a fraction of the sum of their radii. */
    private static final double LIKE_SIGNS = 0.8;

    private static final double NEAREST = 1.3;
    private static final double FARTHEST = 4.2;

    /** Whether the charges add up to zero and every role has an element of its own. */
    boolean balanced() {
        int[] counts = prototype.counts();
        int charge = 0;
        for (int role = 0; role < counts.length; role++) {
            charge += counts[role] * ions.get(role).charge();
        }
        return charge == 0
                && ions.stream().mapToInt(Ion::atomicNumber).distinct().count() == ions.size();
    }

    /**
     * What the template's cell must be multiplied by for the ions to touch; empty where the radii do not suit the
     * structure type.
     */
    OptionalDouble scale() {
        double tightest = 0;
        double loosest = Double.POSITIVE_INFINITY;
        for (Contact contact : prototype.contacts()) {
            if (contact.opposite()) {
                double wanted = sumOfRadii(contact) / contact.distance();
                tightest = Math.max(tightest, wanted);
                loosest = Math.min(loosest, wanted);
            }
        }
        return tightest <= LOOSEST * loosest && roomy(tightest) ? OptionalDouble.of(tightest) : OptionalDouble.empty();
    }

    private boolean roomy(double scale) {
        for (Contact contact : prototype.contacts()) {
            double distance = scale * contact.distance();
            boolean fits = contact.opposite()
                    ? distance >= NEAREST && distance <= FARTHEST
                    : distance >= NEAREST && distance >= LIKE_SIGNS * sumOfRadii(contact);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private double sumOfRadii(Contact contact) {
        return radius(contact.site()) + radius(contact.other());
    }

    private double radius(int site) {
        return ions.get(prototype.role(site)).radius(prototype.coordination()[site]);
    }

    /** The crystal, its cell scaled; named after type and formula. */
    Crystal crystal(double scale) {
        Crystal template = prototype.template();
        int[] elements = new int[template.atoms()];
        for (int site = 0; site < elements.length; site++) {
            elements[site] = ions.get(prototype.role(site)).atomicNumber();
        }
        double[] rows = template.lattice().rows();
        for (int i = 0; i < rows.length; i++) {
            rows[i] *= scale;
        }
        return new Crystal(
                prototype.name() + "-" + formula(),
                Lattice.ofRows(rows),
                elements,
                template.fractional(),
                Map.of("prototype", prototype.name()));
    }

    /** Cations first. */
    private String formula() {
        int[] counts = prototype.counts();
        int unit = 0;
        for (int count : counts) {
            unit = gcd(count, unit);
        }
        StringBuilder cations = new StringBuilder();
        StringBuilder anions = new StringBuilder();
        for (int role = 0; role < counts.length; role++) {
            int count = counts[role] / unit;
            (ions.get(role).charge() > 0 ? cations : anions)
                    .append(ions.get(role).symbol())
                    .append(count > 1 ? Integer.toString(count) : "");
        }
        return cations.append(anions).toString();
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
