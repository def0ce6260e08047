package org.dssl.domain.crystal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The electrons of a free atom outside its noble-gas core as bits: s¹ s² p¹ … p⁶ d¹ … d¹⁰ f¹ … f¹⁴, one bit for each
 * occupied subshell. Iron, 3d⁶ 4s², has s² and d⁶. {@code valence_orbitals.csv} beside this class names its source.
 */
public final class ValenceOrbitals {
    public static final int COUNT = 2 + 6 + 10 + 14;

    private static final List<String> NAMES = Stream.of("s2", "p6", "d10", "f14")
            .flatMap(shell -> IntStream.rangeClosed(1, Integer.parseInt(shell.substring(1)))
                    .mapToObj(electrons -> shell.charAt(0) + "" + electrons))
            .toList();
    private static final List<int[]> BITS = read();

    private ValenceOrbitals() {}

    private static List<int[]> read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                ValenceOrbitals.class.getResourceAsStream("valence_orbitals.csv"), StandardCharsets.UTF_8))) {
            List<int[]> bits = new ArrayList<>();
            lines.lines()
                    .filter(line -> Character.isDigit(line.charAt(0)))
                    .map(line -> line.substring(line.lastIndexOf(',') + 1).split(" "))
                    .forEach(shells -> bits.add(
                            Arrays.stream(shells).mapToInt(NAMES::indexOf).toArray()));
            return bits;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the bits, in order. */
    public static List<String> names() {
        return NAMES;
    }

    /** Which bits an element, 1 … {@link Elements#KNOWN}, has: one to four of 0 … 31. */
    public static int[] of(int number) {
        return BITS.get(number - 1).clone();
    }
}
