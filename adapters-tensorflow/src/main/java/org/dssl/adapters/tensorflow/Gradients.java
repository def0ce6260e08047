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
        Map<Node, List<Node>> shares = new IdentityHashMap<>();
        shares.put(loss, new ArrayList<>(List.of(algebra.scalar(1))));
        List<Node> order = operandsFirst(loss);
        Map<Node, Node> gradients = new IdentityHashMap<>();
        for (int i = order.size() - 1; i >= 0; i--) {
            Node result = order.get(i);
            List<Node> received = shares.remove(result);
            if (received == null) {
                continue;
            }
            Node gradient = algebra.sum(received);
            if (result.edges.isEmpty()) {
                gradients.put(result, algebra.expand(gradient, result));
            }
            for (Node.Edge edge : result.edges) {
                shares.computeIfAbsent(edge.operand(), operand -> new ArrayList<>())
                        .add(edge.pullback().apply(result, gradient));
            }
        }
        Set<Node> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
        wanted.addAll(parameters);
        gradients.keySet().retainAll(wanted);
        return gradients;
    }

    /** A depth-first walk without recursion: graphs are deeper than the stack. */
    private static List<Node> operandsFirst(Node root) {
        record Visit(Node node, Iterator<Node.Edge> rest) {}
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
