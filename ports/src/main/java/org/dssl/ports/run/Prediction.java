package org.dssl.ports.run;

/** A predicted value beside the true one, both in the transformed unit of the target (log10(GPa), say). */
public record Prediction(String id, String target, double truth, double value) {}
