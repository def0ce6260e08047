package org.dssl.domain.diffraction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How strongly a neutral atom scatters X-rays, in electrons: f(s) = Z − 41.78214 s² Σ a·exp(−b s²), s = sin θ / λ in
 * 1/Å (De Graef and McHenry, Structure of Materials, chapter 12). No anomalous scattering. {@code form_factors.csv}
 * beside this class names its source.
 */
public final class FormFactor {
    /** Turns the electron scattering factors that the table holds into X-ray ones (Mott and Bethe), 1/Å. */
    private static final double MOTT_BETHE = 41.78214;

    private static final Map<Integer, FormFactor> TABLE = read();

    private final int atomicNumber;
    private final double[] a;
    private final double[] b;

    private FormFactor(int atomicNumber, double[] a, double[] b) {
        this.atomicNumber = atomicNumber;
        this.a = a;
        this.b = b;
    }

    private static Map<Integer, FormFactor> read() {
        Map<Integer, FormFactor> table = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                FormFactor.class.getResourceAsStream("form_factors.csv"), StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> Character.isDigit(line.charAt(0)))
                    .map(FormFactor::parse)
                    .forEach(factor -> table.put(factor.atomicNumber, factor));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    /** Z, symbol, then a and b in turn. */
    private static FormFactor parse(String line) {
        String[] fields = line.split(",");
        int terms = (fields.length - 2) / 2;
        double[] a = new double[terms];
        double[] b = new double[terms];
        for (int i = 0; i < terms; i++) {
            a[i] = Double.parseDouble(fields[2 + 2 * i]);
            b[i] = Double.parseDouble(fields[3 + 2 * i]);
        }
        return new FormFactor(Integer.parseInt(fields[0]), a, b);
    }

    /** Of an element; empty if the table lacks it, as beyond Z = 98. */
    public static Optional<FormFactor> of(int atomicNumber) {
        return Optional.ofNullable(TABLE.get(atomicNumber));
    }

    /** @param squared s², 1/Å² */
    public double at(double squared) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * Math.exp(-b[i] * squared);
        }
        return atomicNumber - MOTT_BETHE * squared * sum;
    }
}
