package org.dssl.domain.program;

import java.util.List;

/**
 * AdamW with groups of parameters. Source: Loshchilov and Hutter, arXiv:1711.05101, in PyTorch's form:
 * {@code p ← p·(1 − rate·decay) − rate·m̂ / (√v̂ + ε)}.
 *
 * @param clipNorm gradients are scaled so that their joint norm is at most this; 0 leaves them alone
 * @param groups the first group whose prefix fits a parameter's name applies; without one, factor 1 and no decay
 */
public record OptimiserOptions(double beta1, double beta2, double epsilon, double clipNorm, List<Group> groups) {

    /**
     * @param prefix start of the parameters' names; "" fits all
     * @param rateFactor multiplies the step's learning rate
     * @param weightDecay decoupled decay
     * @param decayVectors whether biases, gains and other vectors decay too (the paper) or only matrices
     */
    public record Group(String prefix, double rateFactor, double weightDecay, boolean decayVectors) {}

    public static OptimiserOptions adamW(double weightDecay, boolean decayVectors) {
        return new OptimiserOptions(0.9, 0.999, 1e-8, 0, List.of(new Group("", 1, weightDecay, decayVectors)));
    }

    public Group groupOf(String parameter) {
        return groups.stream()
                .filter(g -> parameter.startsWith(g.prefix()))
                .findFirst()
                .orElse(new Group("", 1, 0, false));
    }

    /** The decay that applies to a parameter of this shape. A vector has at most one dimension larger than 1. */
    public double decayOf(String parameter, int... shape) {
        Group group = groupOf(parameter);
        int large = 0;
        for (int s : shape) {
            large += s > 1 ? 1 : 0;
        }
        return large > 1 || group.decayVectors() ? group.weightDecay() : 0;
    }
}
