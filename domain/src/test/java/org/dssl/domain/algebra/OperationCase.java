package org.dssl.domain.algebra;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dssl.domain.program.Feeds;
import org.dssl.domain.program.Initial;
import org.dssl.domain.program.InputSpec;
import org.dssl.domain.program.Inputs;
import org.dssl.domain.program.ModelState;
import org.dssl.domain.program.NamedArray;
import org.dssl.domain.program.Program;
import org.dssl.domain.program.Scope;

/**
 * One expression of the algebra with operands and the expected result, as a program that every backend can run. The
 * operands are parameters, so that the session gives gradients by them; {@link #rows} are gathered along a fed index
 * and have, as in real models, no row count known when the program is built. The loss is Σ coefficient · result, the
 * coefficients fed, so that no wrong entry of a gradient hides behind another.
 */
final class OperationCase implements Program {

    /** The operands by name. */
    interface Operands {
        Object of(String name);

        Index index(String name);
    }

    /** Written over Object since a lambda cannot be generic; {@link #run} casts once. */
    interface Expression {
        Object of(TensorAlgebra<Object> k, Operands in);
    }

    private static final String COEFFICIENTS = "coefficients";

    private final String name;
    private final Expression expression;
    private final List<InputSpec> inputs;
    private final Feeds feeds;
    private final Map<String, NamedArray> parameters;
    private Feeds.Numbers expected;
    private boolean differentiable = true;

    private OperationCase(
            String name,
            Expression expression,
            List<InputSpec> inputs,
            Feeds feeds,
            Map<String, NamedArray> parameters) {
        this.name = name;
        this.expression = expression;
        this.inputs = inputs;
        this.feeds = feeds;
        this.parameters = parameters;
    }

    static OperationCase of(String name, Expression expression) {
        return new OperationCase(name, expression, new ArrayList<>(), new Feeds(), new LinkedHashMap<>());
    }

    /** An operand (R, columns), R dynamic. */
    OperationCase rows(String operand, int columns, double... values) {
        return rows(operand, new int[] {columns}, values);
    }

    /** An operand (R, trailing…), R dynamic. */
    OperationCase rows(String operand, int[] trailing, double... values) {
        int size = IntStream.of(trailing).reduce(1, (a, b) -> a * b);
        int[] shape = IntStream.concat(IntStream.of(values.length / size), IntStream.of(trailing))
                .toArray();
        index(rowsOf(operand), shape[0], IntStream.range(0, shape[0]).toArray());
        return fixed(operand, shape, values);
    }

    /** An operand of fixed shape, as a parameter has it. */
    OperationCase fixed(String operand, int[] shape, double... values) {
        parameters.put(operand, new NamedArray(operand, true, shape, values));
        return this;
    }

    OperationCase index(String operand, int range, int... ids) {
        inputs.add(InputSpec.index(operand));
        feeds.index(operand, ids, range);
        return this;
    }

    /** The expected result, of two axes. */
    OperationCase gives(int columns, double... values) {
        expected = new Feeds.Numbers(values, values.length / columns, columns);
        inputs.add(InputSpec.numbers(COEFFICIENTS, columns));
        double[] coefficients = new double[values.length];
        for (int i = 0; i < coefficients.length; i++) {
            coefficients[i] = coefficient(i);
        }
        feeds.numbers(COEFFICIENTS, coefficients, expected.rows(), columns);
        return this;
    }

    /** For operations whose gradient is by definition not that of their value. */
    OperationCase valuesOnly() {
        differentiable = false;
        return this;
    }

    boolean isDifferentiable() {
        return differentiable;
    }

    /** All different, around one, of both signs. */
    static double coefficient(int entry) {
        return (entry % 2 == 0 ? 1 : -1) * (0.7 + 0.3 * ((entry * 7) % 5));
    }

    /** The same case computed with the defaults of composite operations. */
    OperationCase withDefaults() {
        Expression byDefault = (k, in) -> expression.of(new BasicsOnly<>(k), in);
        OperationCase other = new OperationCase(name + ", by the default", byDefault, inputs, feeds, parameters);
        other.expected = expected;
        other.differentiable = differentiable;
        return other;
    }

    Feeds.Numbers expected() {
        return expected;
    }

    Feeds feeds() {
        return feeds;
    }

    Map<String, NamedArray> parameters() {
        return parameters;
    }

    ModelState state() {
        return ModelState.ofWeights(parameters);
    }

    @Override
    public List<InputSpec> inputs() {
        return inputs;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> Results<T> run(Scope<T> scope, Inputs<T> fed) {
        return (Results<T>) results((Scope<Object>) scope, (Inputs<Object>) fed);
    }

    private Results<Object> results(Scope<Object> scope, Inputs<Object> fed) {
        TensorAlgebra<Object> k = scope.algebra();
        Map<String, Object> operands = new LinkedHashMap<>();
        parameters.forEach((operand, array) -> {
            Object whole = scope.parameter(operand, Initial.zeros(), array.shape());
            boolean dynamic = inputs.contains(InputSpec.index(rowsOf(operand)));
            operands.put(operand, dynamic ? k.gather(whole, fed.index(rowsOf(operand))) : whole);
        });
        Object result = expression.of(k, new Operands() {
            @Override
            public Object of(String operand) {
                return operands.get(operand);
            }

            @Override
            public Index index(String operand) {
                return fed.index(operand);
            }
        });
        Object loss = k.total(k.sumColumns(k.mul(result, fed.numbers(COEFFICIENTS))));
        return new Results<>(loss, Map.of("result", result));
    }

    private static String rowsOf(String operand) {
        return operand + ".rows";
    }

    @Override
    public String toString() {
        return name;
    }
}
