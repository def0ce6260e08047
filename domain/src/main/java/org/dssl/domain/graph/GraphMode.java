package org.dssl.domain.graph;

/** Which periodic images of a neighbour become edges (method.md section 2). */
public enum GraphMode {
    /** The paper's: the nearest image of each other atom only, at most {@code neighbours} of them, and a self-loop. */
    MINIMUM_IMAGE,
    /** Every image, also of the atom itself: the nearest {@code neighbours} and the rest of the last shell. */
    ALL_IMAGES
}
