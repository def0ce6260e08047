package org.dssl.adapters.io.report;

import java.util.List;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.TestCrystals;
import org.dssl.domain.statistics.CrystalFacts;
import org.dssl.domain.statistics.DatasetComparison;
import org.dssl.domain.statistics.DatasetProfile;

/** Two small data sets with one crystal in common, under names that must not become markup. */
final class MadeUpData {
    private MadeUpData() {}

    static DatasetComparison saltsAndOxides() {
        return DatasetComparison.of(
                profile("folder/<i>salts", TestCrystals.rocksalt(), TestCrystals.caesiumChloride()),
                profile(
                        "oxides & more",
                        TestCrystals.perovskite(),
                        TestCrystals.rutile(),
                        TestCrystals.wurtzite(),
                        TestCrystals.cubicRocksalt()));
    }

    private static DatasetProfile profile(String name, Crystal... crystals) {
        return DatasetProfile.of(
                name, List.of(crystals).stream().map(CrystalFacts::of).toList(), 0);
    }
}
