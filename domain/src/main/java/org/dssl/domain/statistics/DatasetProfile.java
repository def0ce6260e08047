package org.dssl.domain.statistics;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.symmetry.CrystalSystem;

/**
 * What a set of crystals consists of.
 *
 * @param skipped how many structures could not be used
 * @param systems share of the crystals in each system
 */
public record DatasetProfile(
        String name,
        List<Crystal> crystals,
        int skipped,
        ElementShares elements,
        Map<Quantity, Sample> quantities,
        Map<CrystalSystem, Double> systems) {

    /** @param facts of at least one crystal */
    public static DatasetProfile of(String name, List<CrystalFacts> facts, int skipped) {
        List<Crystal> crystals = facts.stream().map(CrystalFacts::crystal).toList();
        Map<Quantity, Sample> quantities = new EnumMap<>(Quantity.class);
        for (Quantity quantity : Quantity.values()) {
            quantities.put(
                    quantity,
                    new Sample(facts.stream()
                            .mapToDouble(one -> one.values()[quantity.ordinal()])
                            .toArray()));
        }
        Map<CrystalSystem, Double> systems = new EnumMap<>(CrystalSystem.class);
        for (CrystalSystem system : CrystalSystem.values()) {
            long count = facts.stream().filter(one -> one.system() == system).count();
            systems.put(system, (double) count / facts.size());
        }
        return new DatasetProfile(name, crystals, skipped, ElementShares.of(crystals), quantities, systems);
    }

    public int size() {
        return crystals.size();
    }
}
