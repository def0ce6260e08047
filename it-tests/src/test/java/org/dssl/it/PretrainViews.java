package org.dssl.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dssl.domain.augment.View;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.graph.GraphBuilder;
import org.dssl.domain.graph.GraphOptions;

/** The views that the reference pretrained on, made from the crystals by our own graphs, in the paper's mode. */
final class PretrainViews {
    /** Names of the views in the file of reference values, in the order of the passes. */
    static final List<String> NAMES = List.of("masked", "copy_1", "copy_2");

    private static final List<String> DISPLACEMENTS = List.of("none", "displacement_1", "displacement_2");
    private static final List<String> RANGES = List.of("distance_range_masked", "distance_range_1", "distance_range_2");

    private final List<List<View>> views = new ArrayList<>();
    private final List<double[]> ranges = new ArrayList<>();

    PretrainViews() throws IOException {
        JsonNode file = new ObjectMapper()
                .readTree(SharedData.file("reference/pretrain_views.json").toFile());
        Map<String, Crystal> crystals = new HashMap<>();
        SharedData.referenceCrystals().forEach(crystal -> crystals.put(crystal.id(), crystal));
        for (int v = 0; v < NAMES.size(); v++) {
            List<View> ofCrystals = new ArrayList<>();
            for (JsonNode line : file.get("views")) {
                ofCrystals.add(view(crystals.get(line.get("id").asText()), line, v));
            }
            views.add(ofCrystals);
            ranges.add(SharedData.flat(file.get(RANGES.get(v))));
        }
    }

    private static View view(Crystal crystal, JsonNode line, int number) {
        boolean[] masked = new boolean[crystal.atoms()];
        if (number == 0) {
            line.get("masked").forEach(atom -> masked[atom.asInt()] = true);
            return new View(
                    crystal,
                    crystal,
                    GraphBuilder.build(crystal, GraphOptions.PAPER),
                    masked,
                    new double[3 * masked.length]);
        }
        double[] displacement = SharedData.flat(line.get(DISPLACEMENTS.get(number)));
        Crystal moved = crystal.moved(displacement);
        return new View(crystal, moved, GraphBuilder.build(moved, GraphOptions.PAPER), masked, displacement);
    }

    /** By view, then crystal. */
    List<List<View>> all() {
        return views;
    }

    /** Shortest and longest length that a view's lengths are scaled by, as the file has them, Å. */
    double[] range(int view) {
        return ranges.get(view);
    }
}
