package org.dssl.domain.train;

/**
 * Which rows train, validate and test; rows by position in the data set. The three never overlap.
 *
 * @param name {@code fold-0} or {@code repeat-3}: the part's folder
 * @param label for people: {@code fold 1/5}
 */
public record Fold(String name, String label, int number, int[] train, int[] validation, int[] test) {}
