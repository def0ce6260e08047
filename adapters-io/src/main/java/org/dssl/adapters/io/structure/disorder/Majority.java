package org.dssl.adapters.io.structure.disorder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.CrystalException;
import org.dssl.domain.crystal.Elements;
import org.dssl.domain.crystal.Lattice;
import org.dssl.domain.crystal.PeriodicSearch;
import org.dssl.ports.out.ImperfectStructure;

/**
 * The crystal that a disordered structure most probably is, site by site: each holds its likeliest occupant, or nothing
 * where that is likelier; of the groups of an assembly the likeliest is there as a whole, or none. Of equals the first
 * in the file is taken, and an atom rather than nothing.
 */
public final class Majority {
    /** No two atoms are nearer in any crystal: those of a hydrogen molecule are 0.74 Å apart. */
    private static final double NEAREST = 0.6;

    private static final int NAMED = 5;
    private static final double EQUAL = 1e-6;

    private final List<Spot> spots;
    private final Map<String, String> groups = new HashMap<>();
    private final List<Occupant> atoms = new ArrayList<>();
    private final List<Spot> places = new ArrayList<>();
    private final Set<String> changes = new LinkedHashSet<>();
    private int changed;

    private Majority(List<Spot> spots) {
        this.spots = spots;
    }

    /** @throws CrystalException if no atom is left, or two would overlap, or the crystal is none for other reasons */
    public static Crystal of(String id, Lattice lattice, List<Spot> spots, Map<String, String> labels) {
        Majority majority = new Majority(spots);
        majority.chooseGroups();
        spots.forEach(majority::choose);
        if (majority.atoms.isEmpty()) {
            throw new CrystalException("every site is more probably empty than not");
        }
        double[] fractional = majority.fractional();
        int[] numbers = majority.atoms.stream().mapToInt(Occupant::atomicNumber).toArray();
        Crystal crystal = new Crystal(id, lattice, numbers, fractional, labels);
        majority.requireApart(lattice, fractional);
        Map<String, String> all = new HashMap<>(labels);
        all.merge(ImperfectStructure.CHANGES, majority.text(), (before, now) -> before + "; " + now);
        return crystal.withLabels(all);
    }

    /** The mean occupancy of a group's sites is that of the group. */
    private void chooseGroups() {
        Map<String, Map<String, double[]>> assemblies = new LinkedHashMap<>();
        for (Spot spot : spots) {
            for (Occupant one : spot.occupants()) {
                if (one.group() != null) {
                    double[] sum = assemblies
                            .computeIfAbsent(one.assembly(), key -> new LinkedHashMap<>())
                            .computeIfAbsent(one.group(), key -> new double[2]);
                    sum[0] += one.occupancy();
                    sum[1]++;
                }
            }
        }
        assemblies.forEach((assembly, sums) -> {
            String likeliest = null;
            double most = 0;
            double all = 0;
            for (Map.Entry<String, double[]> group : sums.entrySet()) {
                double mean = group.getValue()[0] / group.getValue()[1];
                all += mean;
                if (mean > most + EQUAL) {
                    likeliest = group.getKey();
                    most = mean;
                }
            }
            groups.put(assembly, most + EQUAL < 1 - all ? null : likeliest);
        });
    }

    private void choose(Spot spot) {
        Occupant chosen = null;
        double grouped = 0;
        double empty = 1 - spot.occupancy();
        for (Occupant one : spot.occupants()) {
            boolean together = one.group() != null;
            boolean there = !together || one.group().equals(groups.get(one.assembly()));
            double weight = together ? 1 + one.occupancy() : spot.parts().get(one.atomicNumber());
            if (there && weight > grouped + EQUAL && (together || weight + EQUAL >= empty)) {
                chosen = one;
                grouped = weight;
            }
        }
        if (chosen != null) {
            atoms.add(chosen);
            places.add(spot);
        }
        if (!spot.isFull()) {
            changed++;
            changes.add(spot.text() + " → " + (chosen == null ? "empty" : Elements.symbol(chosen.atomicNumber())));
        }
    }

    private double[] fractional() {
        double[] fractional = new double[3 * places.size()];
        for (int i = 0; i < places.size(); i++) {
            fractional[3 * i] = places.get(i).x();
            fractional[3 * i + 1] = places.get(i).y();
            fractional[3 * i + 2] = places.get(i).z();
        }
        return fractional;
    }

    private void requireApart(Lattice lattice, double[] fractional) {
        PeriodicSearch search = new PeriodicSearch(lattice, fractional, 1);
        for (int i = 0; i < atoms.size(); i++) {
            if (!places.get(i).isFull() && search.within(i, NEAREST) > 0) {
                throw new CrystalException("sites " + places.get(i).text() + " and "
                        + places.get(search.target(0)).text() + " are "
                        + Spot.number(Math.sqrt(search.squared(0)))
                        + " Å apart: both cannot be there, and neither is likelier");
            }
        }
    }

    private String text() {
        String sites = changed + " of " + spots.size() + " sites disordered, the likeliest taken: ";
        List<String> some = changes.stream().limit(NAMED).toList();
        return sites + String.join("; ", some) + (changes.size() > NAMED ? "; …" : "");
    }
}
