package org.dssl.adapters.tensorflow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dssl.domain.algebra.Index;
import org.dssl.domain.program.Feeds;
import org.dssl.domain.program.InputSpec;
import org.dssl.domain.program.Inputs;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** The placeholders of a program's inputs, shared by all its passes. */
final class GraphInputNodes implements Inputs<Node> {
    private final List<InputSpec> specs;
    private final Map<String, Node> numbers = new LinkedHashMap<>();
    private final Map<String, RowIndex> indices = new LinkedHashMap<>();

    GraphInputNodes(Ops tf, List<InputSpec> specs) {
        this.specs = List.copyOf(specs);
        for (InputSpec spec : specs) {
            if (spec.isIndex()) {
                Operand<TInt32> ids = tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(Shape.UNKNOWN_SIZE)));
                Operand<TInt32> range = tf.placeholder(TInt32.class, Placeholder.shape(Shape.scalar()));
                indices.put(spec.name(), new RowIndex(ids, range));
            } else {
                Shape shape = Shape.of(Shape.UNKNOWN_SIZE, spec.columns());
                numbers.put(spec.name(), Node.constant(tf.placeholder(TFloat32.class, Placeholder.shape(shape))));
            }
        }
    }

    @Override
    public Node numbers(String name) {
        return known(numbers, name);
    }

    @Override
    public Index index(String name) {
        return known(indices, name);
    }

    /**
     * @throws IllegalArgumentException if the batch lacks an input, one has another number of columns, or an index points
     *     outside its range (which a GPU would not notice)
     */
    void feed(Feeds feeds, Run run) {
        for (InputSpec spec : specs) {
            if (spec.isIndex()) {
                Feeds.Indices given = feeds.index(spec.name());
                checkRange(spec.name(), given);
                RowIndex index = indices.get(spec.name());
                run.feed(index.ids(), given.ids());
                run.feedScalar(index.range(), given.range());
            } else {
                Feeds.Numbers given = feeds.numbers(spec.name());
                if (given.columns() != spec.columns()) {
                    throw new IllegalArgumentException("input '" + spec.name() + "' has " + spec.columns()
                            + " columns, the batch gives " + given.columns());
                }
                run.feed(numbers.get(spec.name()).value, given.values(), given.rows(), given.columns());
            }
        }
    }

    private static void checkRange(String name, Feeds.Indices given) {
        for (int m = 0; m < given.ids().length; m++) {
            if (given.ids()[m] < 0 || given.ids()[m] >= given.range()) {
                throw new IllegalArgumentException("index '" + name + "': entry " + m + " is " + given.ids()[m]
                        + ", outside 0 … " + (given.range() - 1));
            }
        }
    }

    private <V> V known(Map<String, V> nodes, String name) {
        V node = nodes.get(name);
        if (node == null) {
            throw new IllegalArgumentException("the program declares no input '" + name + "' of this kind; it has "
                    + specs.stream().map(InputSpec::name).toList());
        }
        return node;
    }
}
