package org.dssl.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.dssl.domain.crystal.ElementProperties;
import org.dssl.domain.crystal.Elements;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("parity")
class ElementPropertiesIT {
    @Test
    void everyElementHasTheBitsThatCgcnnAndAlignnWereTrainedWith() throws IOException {
        List<String> differences = new ArrayList<>();
        List<String> lines = Files.readAllLines(SharedData.file("reference/atom_features_92.csv"));
        assertEquals(Elements.KNOWN, lines.size() - 1);
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",");
            int number = Integer.parseInt(fields[0]);
            StringBuilder ours = new StringBuilder();
            for (int k = 0; k < ElementProperties.COLUMNS; k++) {
                ours.append(ElementProperties.has(number, k) ? '1' : '0');
            }
            if (!fields[1].contentEquals(ours)) {
                differences.add(Elements.symbol(number) + ": " + ours + ", reference " + fields[1]);
            }
        }
        assertTrue(differences.isEmpty(), String.join("\n", differences));
    }
}
