package org.dssl.domain.prototype;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.Lattice;
import org.dssl.domain.crystal.PeriodicSearch;

/**
 * A structure type: sites in a cell of some size, each with a role that one element plays ({@code prototypes.csv} names
 * its source).
 *
 * @param template the sites, role r written as element r + 1
 * @param signs of the charge, per role
 * @param contacts shortest distances between ions of opposite and of like sign, per site
 * @param coordination neighbours of opposite sign, per site
 */
record Prototype(String name, Crystal template, int[] signs, List<Contact> contacts, int[] coordination) {
    /**
     * Two sites near each other.
     *
     * @param distance in the cell of the template, Å
     */
    record Contact(int site, int other, double distance, boolean opposite) {}

    static final List<Prototype> ALL = read();

    /** Sites look this far for their neighbours, Å. */
    private static final double RADIUS = 7;
    /** Neighbours within this many times the nearest distance are the coordination. */
    private static final double FIRST_SHELL = 1.25;

    int roles() {
        return signs.length;
    }

    int role(int site) {
        return template.atomicNumber(site) - 1;
    }

    /** How many sites play each role. */
    int[] counts() {
        int[] counts = new int[roles()];
        for (int site = 0; site < template.atoms(); site++) {
            counts[role(site)]++;
        }
        return counts;
    }

    private static List<Prototype> read() {
        Map<String, List<String[]>> types = new LinkedHashMap<>();
        for (String[] row : Table.rows("prototypes.csv")) {
            types.computeIfAbsent(row[0], name -> new ArrayList<>()).add(row);
        }
        return types.values().stream().map(Prototype::of).toList();
    }

    private static Prototype of(List<String[]> rows) {
        int sites = rows.size();
        int[] elements = new int[sites];
        int[] signs = new int[sites];
        double[] fractional = new double[3 * sites];
        for (int site = 0; site < sites; site++) {
            double[] numbers = Arrays.stream(rows.get(site))
                    .skip(2)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            elements[site] = (int) numbers[6] + 1;
            signs[(int) numbers[6]] = (int) numbers[7];
            System.arraycopy(numbers, 8, fractional, 3 * site, 3);
        }
        double[] cell = Arrays.stream(rows.get(0), 2, 8)
                .mapToDouble(Double::parseDouble)
                .toArray();
        Lattice lattice = Lattice.ofParameters(cell[0], cell[1], cell[2], cell[3], cell[4], cell[5]);
        Crystal template = new Crystal(rows.get(0)[0], lattice, elements, fractional, Map.of());
        int roles = Arrays.stream(elements).max().orElseThrow();
        return withContacts(template, Arrays.copyOf(signs, roles));
    }

    private static Prototype withContacts(Crystal template, int[] signs) {
        PeriodicSearch search = new PeriodicSearch(template, 2.5);
        List<Contact> contacts = new ArrayList<>();
        int[] coordination = new int[template.atoms()];
        for (int site = 0; site < template.atoms(); site++) {
            int sign = signs[template.atomicNumber(site) - 1];
            int hits = search.within(site, RADIUS);
            Map<Boolean, Contact> nearest = new LinkedHashMap<>();
            for (int hit = 0; hit < hits; hit++) {
                int other = search.target(hit);
                boolean opposite = signs[template.atomicNumber(other) - 1] != sign;
                Contact contact = new Contact(site, other, Math.sqrt(search.squared(hit)), opposite);
                nearest.merge(opposite, contact, (a, b) -> b.distance() < a.distance() ? b : a);
            }
            contacts.addAll(nearest.values());
            for (int hit = 0; hit < hits; hit++) {
                boolean opposite = signs[template.atomicNumber(search.target(hit)) - 1] != sign;
                boolean near = Math.sqrt(search.squared(hit))
                        <= FIRST_SHELL * nearest.get(true).distance();
                coordination[site] += opposite && near ? 1 : 0;
            }
        }
        return new Prototype(template.id(), template, signs, List.copyOf(contacts), coordination);
    }
}
