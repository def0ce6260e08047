package org.dssl.domain.diffraction;

/**
 * A line of a powder pattern.
 *
 * @param twoTheta angle between the incoming and the diffracted beam, degrees
 * @param intensity integrated over the line; the strongest of the pattern has 100
 * @param points how many reciprocal points fall on the line, extinct ones that happen to do so included: the multiplicity
 *     of its families of planes. A larger cell of the same crystal may count more
 */
public record Peak(double twoTheta, double intensity, int points) {}
