package org.dssl.ports.run;

import java.util.SortedMap;
import org.dssl.domain.graph.Shrinkage;
import org.dssl.domain.statistics.ElementShares;

/**
 * What a set of crystals of a run was, so that nobody has to read it again to know.
 *
 * @param source as the configuration names it
 * @param sha256 of the source's content
 * @param structures that were read, usable or not
 * @param crystals that the run works with
 * @param elements by symbol, of these crystals
 */
public record DataFacts(
        String source,
        String sha256,
        int structures,
        int skipped,
        int crystals,
        Shrinkage graphs,
        SortedMap<String, ElementShares.Count> elements) {

    /** Which set of a run. */
    public enum Set {
        PRETRAINING("pretraining"),
        FINE_TUNING("fine-tuning"),
        /** That of the other run whose weights this one starts from; it was not read here. */
        PRETRAINED_ELSEWHERE("pretrained-elsewhere");

        private final String text;

        Set(String text) {
            this.text = text;
        }

        /** For people, and the name of the file. */
        public String text() {
            return text;
        }
    }
}
