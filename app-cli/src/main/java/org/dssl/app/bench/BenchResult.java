package org.dssl.app.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.dssl.domain.graph.CrystalGraph;

/**
 * What was measured on one batch. Times are medians, milliseconds per batch.
 *
 * @param stages in the order in which a crystal passes them
 * @param full the batch's graphs, one vertex per atom
 * @param computed the same as the network gets them
 * @param parameters trained numbers of the fine-tuned network, or of the pretrained one
 * @param peak resident memory of the process, MiB
 */
public record BenchResult(
        String backend,
        String encoder,
        long parameters,
        int crystals,
        Size full,
        Size computed,
        List<Stage> stages,
        double graphsPerSecond,
        OptionalLong peak) {

    /** A stage's time for the batch; {@code key} names it in JSON. */
    public record Stage(String key, String name, double milliseconds) {}

    /** Atoms, edges and angles of graphs, equal ones counted once. */
    public record Size(long atoms, long edges, long angles) {
        static Size of(List<CrystalGraph> graphs) {
            return new Size(
                    graphs.stream().mapToLong(CrystalGraph::atoms).sum(),
                    graphs.stream().mapToLong(CrystalGraph::edges).sum(),
                    graphs.stream().mapToLong(g -> g.angles().count()).sum());
        }

        private Map<String, Object> tree() {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("atoms", atoms);
            tree.put("edges", edges);
            tree.put("angles", angles);
            return tree;
        }
    }

    /** As maps and lists, for JSON. */
    public Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("backend", backend);
        tree.put("encoder", encoder);
        tree.put("parameters", parameters);
        tree.put("crystals", crystals);
        tree.put("full", full.tree());
        tree.put("computed", computed.tree());
        stages.forEach(stage -> tree.put(stage.key(), rounded(stage.milliseconds())));
        tree.put("graphs_per_s", rounded(graphsPerSecond));
        peak.ifPresent(mebibytes -> tree.put("peak_rss_mib", mebibytes));
        return tree;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
