package org.dssl.domain.reference;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dssl.domain.problem.Suggestions;
import org.dssl.domain.program.Initial;
import org.dssl.domain.program.NamedArray;
import org.dssl.domain.random.RandomStream;

/** The parameters and running statistics of a program, in the order in which it asks for them. */
final class Weights {

    private record Declared(boolean trained, Initial initial, int[] shape) {}

    private final Map<String, Declared> declared = new LinkedHashMap<>();
    private final Map<String, double[]> values = new LinkedHashMap<>();
    private long seed;
    private boolean sealed;

    Weights(long seed) {
        this.seed = seed;
    }

    /** From now on the program may ask for nothing new. */
    void seal() {
        sealed = true;
    }

    /** The current values, drawn if the program asks for them the first time. Not to be changed. */
    double[] get(String name, boolean trained, Initial initial, int... shape) {
        Declared known = declared.get(name);
        if (known == null) {
            if (sealed) {
                throw new IllegalStateException("the program asks for '" + name + "', which it did not when opened");
            }
            known = new Declared(trained, initial, shape.clone());
            declared.put(name, known);
            values.put(name, draw(name, known));
        }
        if (known.trained != trained || !Arrays.equals(known.shape, shape)) {
            throw new IllegalArgumentException("'" + name + "' is " + describe(known.trained, known.shape)
                    + "; the program also asks for " + describe(trained, shape));
        }
        return values.get(name);
    }

    /** The rule that every backend shares: the stream seed / "parameters" / name. */
    private double[] draw(String name, Declared array) {
        RandomStream stream = RandomStream.of(seed).split("parameters").split(name);
        return array.initial.draw(Shapes.size(array.shape), stream);
    }

    void redraw(long newSeed) {
        seed = newSeed;
        values.replaceAll((name, old) -> draw(name, declared.get(name)));
    }

    void put(String name, double[] replacement) {
        values.put(name, replacement);
    }

    double[] get(String name) {
        return values.get(name);
    }

    int[] shape(String name) {
        return declared.get(name).shape;
    }

    Map<String, NamedArray> copy() {
        Map<String, NamedArray> copy = new LinkedHashMap<>();
        declared.forEach((name, array) -> copy.put(
                name,
                new NamedArray(
                        name,
                        array.trained,
                        array.shape.clone(),
                        values.get(name).clone())));
        return copy;
    }

    /** @throws IllegalArgumentException if the program has no such array or one of another shape or kind */
    void check(String name, NamedArray array) {
        Declared known = known(name);
        if (known.trained != array.trained() || !Arrays.equals(known.shape, array.shape())) {
            throw new IllegalArgumentException("'" + name + "' is " + describe(known.trained, known.shape)
                    + " here, but " + describe(array.trained(), array.shape()) + " in the state to restore");
        }
    }

    /** @throws IllegalArgumentException if the program has no such parameter or one of another size */
    void checkMoments(String name, double[] moments) {
        Declared known = known(name);
        if (!known.trained || Shapes.size(known.shape) != moments.length) {
            throw new IllegalArgumentException("'" + name + "' is " + describe(known.trained, known.shape)
                    + " here, but the state to restore has " + moments.length + " moments of it");
        }
    }

    private Declared known(String name) {
        Declared known = declared.get(name);
        if (known == null) {
            throw new IllegalArgumentException("the program has no '" + name + "'. "
                    + Suggestions.didYouMean(name, declared.keySet()) + "It has " + declared.keySet());
        }
        return known;
    }

    private static String describe(boolean trained, int[] shape) {
        return (trained ? "a parameter " : "a running statistic ") + Arrays.toString(shape);
    }
}
