package org.dssl.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.Elements;
import org.dssl.domain.crystal.Lattice;
import org.dssl.domain.graph.CrystalGraph;
import org.dssl.domain.graph.GraphBuilder;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.domain.graph.Quotient;

/**
 * What the network sees of a crystal, as a tree of maps and lists that prints as JSON: the full graph, and the classes of
 * equal environments that are computed once.
 */
final class Inspection {
    private Inspection() {}

    static Map<String, Object> of(Crystal crystal, GraphOptions options) {
        CrystalGraph full = GraphBuilder.build(crystal, options);
        CrystalGraph quotient = Quotient.of(full, crystal.atomicNumbers(), options.tolerance());
        int[] classes = Quotient.classes(full, crystal.atomicNumbers(), options.tolerance());
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", crystal.id());
        tree.put("lattice", lattice(crystal.lattice()));
        tree.put("sites", sites(crystal));
        Map<String, Object> graph = new LinkedHashMap<>();
        graph.put("mode", options.mode().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        graph.put("quotient", false);
        graph.put("atoms", atoms(full, classes));
        graph.put("edges", edges(full));
        tree.put("graph", graph);
        tree.put("quotient", InspectedQuotient.of(crystal, full, quotient, options.tolerance()));
        tree.put("labels", crystal.labels());
        return tree;
    }

    private static Map<String, Object> lattice(Lattice lattice) {
        double[] rows = lattice.rows();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(
                "matrix",
                List.of(
                        List.of(rows[0], rows[1], rows[2]),
                        List.of(rows[3], rows[4], rows[5]),
                        List.of(rows[6], rows[7], rows[8])));
        tree.put("a", lattice.length(0));
        tree.put("b", lattice.length(1));
        tree.put("c", lattice.length(2));
        tree.put("alpha", lattice.angle(0));
        tree.put("beta", lattice.angle(1));
        tree.put("gamma", lattice.angle(2));
        tree.put("volume", lattice.volume());
        return tree;
    }

    private static List<Map<String, Object>> sites(Crystal crystal) {
        List<Map<String, Object>> sites = new ArrayList<>();
        for (int i = 0; i < crystal.atoms(); i++) {
            Map<String, Object> site = new LinkedHashMap<>();
            site.put("element", Elements.symbol(crystal.atomicNumber(i)));
            site.put(
                    "fractional",
                    List.of(crystal.fractional(i, 0), crystal.fractional(i, 1), crystal.fractional(i, 2)));
            sites.add(site);
        }
        return sites;
    }

    private static List<Map<String, Object>> atoms(CrystalGraph graph, int[] classes) {
        List<Map<String, Object>> atoms = new ArrayList<>();
        for (int v = 0; v < graph.atoms(); v++) {
            Map<String, Object> atom = new LinkedHashMap<>();
            atom.put("site", graph.representative()[v]);
            atom.put("multiplicity", graph.atomMultiplicity()[v]);
            atom.put("class", classes[v]);
            atoms.add(atom);
        }
        return atoms;
    }

    static List<Map<String, Object>> edges(CrystalGraph graph) {
        List<Map<String, Object>> edges = new ArrayList<>();
        for (int e = 0; e < graph.edges(); e++) {
            Map<String, Object> edge = new LinkedHashMap<>();
            edge.put("source", graph.source()[e]);
            edge.put("target", graph.target()[e]);
            edge.put("image", List.of(graph.image()[3 * e], graph.image()[3 * e + 1], graph.image()[3 * e + 2]));
            edge.put("distance", graph.distance()[e]);
            edge.put("multiplicity", graph.edgeMultiplicity()[e]);
            edges.add(edge);
        }
        return edges;
    }
}
