package org.dssl.app.weights;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.program.ModelState;
import org.dssl.ports.out.WeightFiles;

/**
 * Names and shapes of a set of weights, from which a network's sizes are read.
 *
 * @param place for messages
 */
public record Shapes(String place, Map<String, int[]> byName) {

    static Shapes of(String place, Map<String, WeightFiles.Array> arrays) {
        Map<String, int[]> shapes = new LinkedHashMap<>();
        arrays.forEach((name, array) -> shapes.put(name, array.shape()));
        return new Shapes(place, shapes);
    }

    static Shapes of(String place, ModelState state) {
        Map<String, int[]> shapes = new LinkedHashMap<>();
        state.weights().forEach((name, array) -> shapes.put(name, array.shape()));
        return new Shapes(place, shapes);
    }

    public boolean has(String name) {
        return byName.containsKey(name);
    }

    public boolean hasAny(String prefix) {
        return byName.keySet().stream().anyMatch(name -> name.startsWith(prefix));
    }

    public List<String> startingWith(String prefix) {
        return byName.keySet().stream().filter(name -> name.startsWith(prefix)).toList();
    }

    /**
     * The length of an axis.
     *
     * @param rank how many axes the array must have
     * @param what is read there, for messages
     * @throws InvalidInputException if the array is missing or of another rank
     */
    public int axis(String name, int rank, int axis, String what) {
        int[] shape = byName.get(name);
        if (shape == null) {
            throw new InvalidInputException(
                    place,
                    "lacks " + name + ", from which the " + what + " is read. It holds " + byName.size() + " arrays: "
                            + byName.keySet().stream().limit(4).collect(Collectors.joining(", "))
                            + (byName.size() > 4 ? ", …" : ""));
        }
        if (shape.length != rank) {
            throw new InvalidInputException(
                    place,
                    name + " is " + inWords(shape) + "; expected " + rank + (rank == 1 ? " axis" : " axes")
                            + ", of which number " + (axis + 1) + " is the " + what);
        }
        return shape[axis];
    }

    /** How many of {@code before0after}, {@code before1after}, … there are without a gap. */
    public int count(String before, String after) {
        int count = 0;
        while (has(before + count + after)) {
            count++;
        }
        return count;
    }

    static String inWords(int[] shape) {
        return Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", ", "(", ")"));
    }
}
