package org.dssl.app.finetune;

import org.dssl.domain.program.ModelState;

/**
 * One row of the result's table.
 *
 * @param initial weights to start from, or null to start from scratch
 */
public record Variant(String name, ModelState initial) {
    public static final String PRETRAINED = "pretrained";
    public static final String FROM_SCRATCH = "from-scratch";
}
