package org.dssl.ports.spi;

import java.util.List;

/**
 * A view that a task asks for. Requests with equal augmentations and draw are the same view.
 *
 * @param augmentations applied in this order; none leaves the crystal as it is
 * @param draw tells apart independent draws of the same augmentations
 */
public record ViewRequest(List<Augmentation> augmentations, int draw) {
    public ViewRequest {
        augmentations = List.copyOf(augmentations);
    }

    public static ViewRequest asIs() {
        return new ViewRequest(List.of(), 0);
    }

    public static ViewRequest of(int draw, Augmentation... augmentations) {
        return new ViewRequest(List.of(augmentations), draw);
    }
}
