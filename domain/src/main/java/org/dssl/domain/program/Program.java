package org.dssl.domain.program;

import java.util.List;
import java.util.Map;

/** A model with its loss, written once in the algebra: what a backend compiles or interprets. */
public interface Program {

    List<InputSpec> inputs();

    /**
     * Runs (or builds) the model. Called once per mode by a backend that compiles, at every step by one that
     * interprets; it must ask for the same parameters each time.
     */
    <T> Results<T> run(Scope<T> scope, Inputs<T> inputs);

    /**
     * @param loss what training minimises, (1, 1)
     * @param values everything worth reading, by name: loss terms (1, 1), predictions (G, targets), embeddings
     */
    record Results<T>(T loss, Map<String, T> values) {}
}
