package org.dssl.ports.out;

/**
 * A structure that cannot be used.
 *
 * @param structure id of the structure, or the file's name
 * @param place file and line
 */
public record StructureProblem(String structure, String place, String reason) {}
