package org.dssl.app.data;

import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.CrystalException;
import org.dssl.domain.graph.GraphOptions;

/** A crystal as read. */
public class ReadCrystal {
    private final Crystal crystal;
    private final String place;

    /** @param place file and line, for messages */
    public ReadCrystal(Crystal crystal, String place) {
        this.crystal = crystal;
        this.place = place;
    }

    public Crystal crystal() {
        return crystal;
    }

    public String place() {
        return place;
    }

    /** @throws CrystalException if it cannot become a graph */
    PreparedCrystal prepare(GraphOptions options) {
        return GraphStage.prepare(crystal(), options);
    }
}
