package org.dssl.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dssl.app.data.GraphStage;
import org.dssl.app.data.PreparedCrystal;
import org.dssl.app.data.ReadCrystal;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.domain.graph.GraphPacker;
import org.dssl.domain.nn.EmbeddingProgram;
import org.dssl.domain.program.Feeds;
import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.TrainingSession;
import org.dssl.ports.out.ModelBackend;
import org.dssl.ports.out.StructureProblem;

/**
 * Embeds crystals, or their atoms, with a network of a run. A crystal's embedding depends neither on what is embedded with
 * it nor on the cell it is given in, up to rounding; equivalent atoms have equal ones. Thread-safe; owns native memory
 * until closed.
 */
public final class Embedder implements AutoCloseable {
    private static final int BATCH = 128;

    private final EmbeddingModel model;
    private final GraphOptions graph;
    private final TrainingSession session;

    Embedder(EmbeddingModel model, GraphOptions graph, ModelBackend backend, long seed) {
        this.model = model;
        this.graph = graph;
        session = backend.open(model.program(), OptimiserOptions.adamW(0, false), seed);
        try {
            model.restoreInto(session);
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /** The model within the run folder, as {@code finetune/pretrained/fold-0/model}. */
    public String model() {
        return model.name();
    }

    /** @param rows one for the crystal, or one for each of its atoms in their order */
    public record Embedded(Crystal crystal, double[][] rows) {}

    /** @param problems crystals that could not become graphs */
    public record Result(List<Embedded> crystals, List<StructureProblem> problems) {}

    /** A row for each crystal, in the order given: what the head reads. */
    public Result embed(List<Crystal> crystals) {
        return embed(crystals, EmbeddingProgram.CRYSTALS);
    }

    /** A row for each crystal whose graphs are there already. */
    double[][] embedPrepared(List<PreparedCrystal> crystals) {
        List<Embedded> embedded = new ArrayList<>();
        for (int from = 0; from < crystals.size(); from += BATCH) {
            add(crystals.subList(from, Math.min(crystals.size(), from + BATCH)), EmbeddingProgram.CRYSTALS, embedded);
        }
        return embedded.stream().map(one -> one.rows()[0]).toArray(double[][]::new);
    }

    /** A row for each atom: the encoder's output before any global attention. */
    public Result embedAtoms(List<Crystal> crystals) {
        return embed(crystals, EmbeddingProgram.ATOMS);
    }

    private Result embed(List<Crystal> crystals, String what) {
        List<Embedded> embedded = new ArrayList<>();
        List<StructureProblem> problems = new ArrayList<>();
        for (int from = 0; from < crystals.size(); from += BATCH) {
            List<ReadCrystal> batch = crystals.subList(from, Math.min(crystals.size(), from + BATCH)).stream()
                    .map(crystal -> new ReadCrystal(crystal, crystal.id()))
                    .toList();
            GraphStage.Result graphs = GraphStage.build(batch, graph);
            problems.addAll(graphs.problems());
            if (graphs.set().size() > 0) {
                add(graphs.set().crystals(), what, embedded);
            }
        }
        return new Result(embedded, problems);
    }

    private void add(List<PreparedCrystal> crystals, String what, List<Embedded> into) {
        Feeds.Numbers values = evaluate(crystals).get(what);
        int start = 0;
        for (PreparedCrystal crystal : crystals) {
            boolean whole = what.equals(EmbeddingProgram.CRYSTALS);
            int[] rows = whole ? new int[] {0} : vertices(crystal);
            double[][] found = new double[rows.length][];
            for (int i = 0; i < rows.length; i++) {
                int at = (start + rows[i]) * values.columns();
                found[i] = Arrays.copyOfRange(values.values(), at, at + values.columns());
            }
            into.add(new Embedded(crystal.crystal(), found));
            start += whole ? 1 : crystal.packed().atoms();
        }
    }

    private synchronized Map<String, Feeds.Numbers> evaluate(List<PreparedCrystal> crystals) {
        Feeds feeds = new Feeds();
        List<GraphPacker.Item> items = crystals.stream()
                .map(crystal -> new GraphPacker.Item(crystal.crystal(), crystal.packed(), null))
                .toList();
        new GraphPacker(model.features()).pack(items, "", feeds);
        return session.evaluate(feeds).values();
    }

    /** The vertex that computes each atom: its class' where atoms are merged. */
    private static int[] vertices(PreparedCrystal crystal) {
        int[] vertices = crystal.classOf().clone();
        if (crystal.packed().atoms() == vertices.length) {
            Arrays.setAll(vertices, atom -> atom);
        }
        return vertices;
    }

    @Override
    public synchronized void close() {
        session.close();
    }
}
