package org.dssl.domain.crystal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Properties of the elements as CGCNN and ALIGNN read them, in bins: group, period, electronegativity, covalent radius,
 * valence electrons, ionisation energy, electron affinity, block and atomic volume, one-hot each, one after the other. A
 * property that is unknown has no bit. Some elements, rare earths and actinides, have all bits in common. {@code
 * element_properties.csv} beside this class names its source.
 */
public final class ElementProperties {
    public static final int COLUMNS = 92;

    private static final List<String> BITS = read();

    private ElementProperties() {}

    private static List<String> read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                ElementProperties.class.getResourceAsStream("element_properties.csv"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> Character.isDigit(line.charAt(0)))
                    .map(line -> line.substring(line.indexOf(',') + 1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether an element, 1 … {@link Elements#KNOWN}, has bit {@code column}. */
    public static boolean has(int number, int column) {
        return BITS.get(number - 1).charAt(column) == '1';
    }
}
