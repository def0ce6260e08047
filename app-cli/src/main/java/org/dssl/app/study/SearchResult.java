package org.dssl.app.study;

import java.nio.file.Path;
import java.util.List;

/**
 * What a search found.
 *
 * @param scored every trial of every round, the best of the last round first
 * @param best the whole configuration with the best settings
 */
public record SearchResult(List<Scored> scored, Path best) {

    /**
     * A trial.
     *
     * @param round from 1
     * @param settings {@code key.path=value}
     * @param error mean absolute error on the validation parts; over several targets the mean of it in units of the error
     *     of predicting the mean
     */
    public record Scored(int round, int trial, int epochs, List<String> settings, double error) {}
}
