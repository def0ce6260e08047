package org.dssl.domain.problem;

/**
 * A mistake that a user can mend.
 *
 * @param place file and line, or key path: {@code elasticity.yaml:9  pretrain.tasks.mask}
 * @param message what was found, what is allowed, what to do
 */
public record Problem(String place, String message) {
    @Override
    public String toString() {
        return place + "  " + message;
    }
}
