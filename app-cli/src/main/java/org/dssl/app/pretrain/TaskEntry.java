package org.dssl.app.pretrain;

import java.util.List;
import org.dssl.domain.train.TermWeight;
import org.dssl.ports.spi.PretextTask;

/**
 * A task as configured.
 *
 * @param name the user's key; names the loss term
 * @param weight of the term in the sum
 * @param views position of each of the task's views among the distinct ones of the plan
 */
record TaskEntry(String name, TermWeight weight, PretextTask task, List<Integer> views) {

    /** Input of a weight that changes, (1, 1). */
    String weightInput() {
        return "weight/" + name;
    }
}
