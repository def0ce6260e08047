package org.dssl.adapters.tensorflow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reverse-mode differentiation over {@link Node}s, made of the algebra's own operations.
 *
 * <p>TensorFlow's own gradients are not used: they lack operations that we need, differentiate some of them in many
 * passes, guess broadcasting when the graph runs, and often cannot be differentiated again. Own gradients of single
 * operations can be registered with it, but for a whole process, and not on Windows.
 */
final class Gradients {
    private Gradients() {}

    /** Gradients of a (1, 1) loss, whole; parameters that it does not depend on are absent. */
    static Map<Node, Node> of(ShapeNodes algebra, Node loss, Collection<Node> parameters) {
        Map<Node, Node> sums = new IdentityHashMap<>();
        sums.put(loss, algebra.scalar(1));
        List<Node> order = operandsFirst(loss);
        Map<Node, Node> gradients = new IdentityHashMap<>();
        Node last = sums.get(loss);
        for (int i = order.size() - 1; i >= 0; i--) {
            Node result = order.get(i);
            Node gradient = sums.remove(result);
            if (gradient == null) {
                continue;
            }
            if (result.edges.isEmpty()) {
                gradients.put(result, algebra.expand(gradient, result));
            }
            last = pullBack(algebra, result, gradient, last, sums);
        }
        Set<Node> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
        wanted.addAll(parameters);
        gradients.keySet().retainAll(wanted);
        return gradients;
    }

    /**
     * Adds an operation's share to the gradients of its operands. What is computed for it waits for the gradient, or
     * whatever can be computed from the way forth alone would be at once, and kept; and for the share before it, since
     * shares computed side by side need the memory of all. A product's weights come before its rows, which are then
     * free.
     *
     * @return the last share
     */
    private static Node pullBack(ShapeNodes algebra, Node result, Node gradient, Node last, Map<Node, Node> sums) {
        Node before = last;
        for (int i = result.edges.size() - 1; i >= 0; i--) {
            Node.Edge edge = result.edges.get(i);
            Node previous = before;
            Node share = algebra.after(List.of(gradient.value, previous.value), () -> edge.pullback()
                    .apply(result, gradient));
            sums.merge(edge.operand(), share, algebra::add);
            before = share;
        }
        return before;
    }

    /** A depth-first walk without recursion: graphs are deeper than the stack. */
    private static List<Node> operandsFirst(Node root) {
        record Visit(Node node, Iterator<Node.Edge> rest) {}
        List<Node> done = new ArrayList<>();
        List<Node> order = new ArrayList<>();
        Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Visit> path = new ArrayDeque<>();
        seen.add(root);
        path.push(new Visit(root, root.edges.iterator()));
        while (!path.isEmpty()) {
            Visit visit = path.peek();
            if (!visit.rest.hasNext()) {
                order.add(path.pop().node);
                continue;
            }
            Node operand = visit.rest.next().operand();
            if (seen.add(operand)) {
                path.push(new Visit(operand, operand.edges.iterator()));
            }
        }
        return order;
    }
}
