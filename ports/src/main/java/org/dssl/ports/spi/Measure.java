package org.dssl.ports.spi;

/**
 * A number that a task wants followed beside its loss, as a sign of collapse.
 *
 * @param name in the journal, behind the task's
 * @param least epochs with a mean below it are warned about; −∞ never warns
 * @param warning what it means then, and what to do: a sentence
 */
public record Measure(String name, double least, String warning) {
    public static Measure of(String name) {
        return new Measure(name, Double.NEGATIVE_INFINITY, "");
    }
}
