package org.dssl.domain.reference;

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
 * Reverse-mode differentiation over the graph that hangs on a result. Only tensors on a path to a wanted one are
 * visited on the way back, so that gradients nobody asked for cost nothing.
 */
final class Backpropagation {
    private final Set<Tensor> onPath = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Tensor> operandsFirst = new ArrayList<>();

    private final boolean throughStatistics;

    private Backpropagation(Tensor y, Collection<Tensor> wanted, boolean throughStatistics) {
        this.throughStatistics = throughStatistics;
        onPath.addAll(wanted);
        order(y);
    }

    /**
     * Gradients of the sum of y; a tensor that y does not depend on is absent.
     *
     * @param throughStatistics whether gradients flow through statistics of the batch
     */
    static Map<Tensor, Tensor> gradients(
            ReferenceAlgebra algebra, Tensor y, Collection<Tensor> wanted, boolean throughStatistics) {
        return new Backpropagation(y, wanted, throughStatistics).run(algebra, y, wanted);
    }

    private Map<Tensor, Tensor> run(ReferenceAlgebra algebra, Tensor y, Collection<Tensor> wanted) {
        Set<Tensor> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        kept.addAll(wanted);
        Map<Tensor, Tensor> gradients = new IdentityHashMap<>();
        gradients.put(y, algebra.ones(y.shape));
        for (int i = operandsFirst.size() - 1; i >= 0; i--) {
            Tensor result = operandsFirst.get(i);
            Tensor gradient = kept.contains(result) ? gradients.get(result) : gradients.remove(result);
            if (gradient == null || result.batchStatistic && !throughStatistics) {
                continue; // reached through a statistic alone
            }
            for (Tensor.Edge edge : result.edges) {
                if (onPath.contains(edge.operand())) {
                    Tensor share = edge.pullback().apply(algebra, result, gradient);
                    gradients.merge(edge.operand(), share, algebra::add);
                }
            }
        }
        gradients.keySet().retainAll(kept);
        return gradients;
    }

    /** A depth-first walk without recursion: graphs are deeper than the stack. */
    private void order(Tensor y) {
        record Visit(Tensor tensor, Iterator<Tensor.Edge> rest) {}
        Set<Tensor> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Visit> path = new ArrayDeque<>();
        seen.add(y);
        path.push(new Visit(y, y.edges.iterator()));
        while (!path.isEmpty()) {
            Visit visit = path.peek();
            if (visit.rest.hasNext()) {
                Tensor operand = visit.rest.next().operand();
                if (seen.add(operand)) {
                    path.push(new Visit(operand, operand.edges.iterator()));
                }
            } else {
                path.pop();
                finish(visit.tensor);
            }
        }
    }

    private void finish(Tensor tensor) {
        boolean open = throughStatistics || !tensor.batchStatistic;
        boolean leads = open && tensor.edges.stream().anyMatch(edge -> onPath.contains(edge.operand()));
        if (leads) {
            onPath.add(tensor);
        }
        if (onPath.contains(tensor)) {
            operandsFirst.add(tensor);
        }
    }
}
