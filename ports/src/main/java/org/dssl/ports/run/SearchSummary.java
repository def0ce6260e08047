package org.dssl.ports.run;

import java.util.List;
import java.util.Map;

/**
 * What a search for settings has tried so far.
 *
 * @param trials the best of the last round first
 */
public record SearchSummary(String title, List<Trial> trials) {

    /**
     * @param round from 1
     * @param settings values by key path
     * @param error mean absolute error on the validation parts; over several targets in units of predicting the mean
     * @param folder of the run, relative to the search's
     */
    public record Trial(int round, int trial, int epochs, Map<String, String> settings, double error, String folder) {}
}
