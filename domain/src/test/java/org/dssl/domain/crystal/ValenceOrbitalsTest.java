package org.dssl.domain.crystal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValenceOrbitalsTest {

    private static List<String> names(int number) {
        return Arrays.stream(ValenceOrbitals.of(number))
                .mapToObj(bit -> ValenceOrbitals.names().get(bit))
                .toList();
    }

    @Test
    void bitsCountTheElectronsOfSPDAndFShellsInTurn() {
        assertEquals(ValenceOrbitals.COUNT, ValenceOrbitals.names().size());
        assertEquals(
                List.of("s1", "s2", "p1", "p6", "d1", "d10", "f1", "f14"),
                IntStream.of(0, 1, 2, 7, 8, 17, 18, 31)
                        .mapToObj(bit -> ValenceOrbitals.names().get(bit))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"H, s1", "O, s2 p4", "Fe, s2 d6", "Cu, s1 d10", "Pd, d10", "Ce, s2 d1 f1", "Pb, s2 p2 d10 f14"})
    void configurationsAreThoseOfFreeAtoms(String symbol, String expected) {
        assertEquals(
                expected, names(Elements.number(symbol).orElseThrow()).stream().collect(Collectors.joining(" ")));
    }

    @Test
    void withTheNobleGasCoreEveryElectronIsThere() {
        List<Integer> cores = List.of(0, 2, 10, 18, 36, 54, 86);
        for (int z = 1; z <= Elements.KNOWN; z++) {
            int number = z;
            int core =
                    cores.stream().filter(c -> c < number).reduce((a, b) -> b).orElseThrow();
            int valence = names(z).stream()
                    .mapToInt(shell -> Integer.parseInt(shell.substring(1)))
                    .sum();
            assertEquals(z, core + valence, Elements.symbol(z));
        }
    }
}
