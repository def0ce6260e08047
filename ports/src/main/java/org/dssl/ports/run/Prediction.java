package org.dssl.ports.run;

/**
 * A predicted value beside the true one, both in the transformed unit of the target (log10(GPa), say).
 *
 * @param uncertainty standard deviation over the members of an ensemble, in the same unit; NaN without one
 */
public record Prediction(String id, String target, double truth, double value, double uncertainty) {

    /** Of a single network. */
    public Prediction(String id, String target, double truth, double value) {
        this(id, target, truth, value, Double.NaN);
    }
}
