package org.dssl.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dssl.app.config.RunConfig;
import org.dssl.app.config.RunConfig.TargetConfig;
import org.dssl.app.data.GraphStage;
import org.dssl.app.data.PreparedCrystal;
import org.dssl.app.data.ReadCrystal;
import org.dssl.app.finetune.Ensemble;
import org.dssl.domain.crystal.Crystal;
import org.dssl.ports.out.StructureProblem;
import org.dssl.ports.run.RunFolder;

/** Predicts properties of new crystals with the models of a finished run. Thread-safe; owns native memory until closed. */
public final class Predictor implements AutoCloseable {
    private final RunConfig config;
    private final Ensemble ensemble;
    private final Optional<Applicability> applicability;

    /** @throws org.dssl.domain.problem.InvalidInputException if the run holds no fine-tuned model */
    public Predictor(Services services, RunConfig config, RunFolder folder) {
        this.config = config;
        this.applicability = Applicability.load(folder);
        this.ensemble = Ensemble.load(config, folder, services.backends().open(config.compute()));
    }

    public List<TargetConfig> targets() {
        return config.finetune().orElseThrow().targets();
    }

    /** How many models predict together: one per fold or repeat, or as many as their ensembles have members. */
    public int models() {
        return ensemble.models();
    }

    /** Whether several networks were trained on each part, whose disagreement is the uncertainty. */
    public boolean ensembles() {
        return config.finetune().orElseThrow().ensemble() > 1;
    }

    /** Whether the uncertainty of ensembles was compared with errors on validation parts. */
    public boolean intervals() {
        return ensembles() && ensemble.rescaled();
    }

    /** Whether the run knows which crystals are like those it was trained on. */
    public boolean notes() {
        return applicability.isPresent();
    }

    /**
     * A predicted crystal.
     *
     * @param mean over the models, by target, in the transformed unit
     * @param spread over the models, standard deviation with K − 1; NaN for a single model
     * @param uncertainty over the members of an ensemble, likewise; NaN without ensembles
     * @param interval half the width of an interval that holds the true value with a probability of 68.3 %, by the
     *     validation parts; NaN without
     * @param note that it is unlike the crystals trained on, and how; "" if it is not, or if the run does not know
     */
    public record Row(
            Crystal crystal, double[] mean, double[] spread, double[] uncertainty, double[] interval, String note) {}

    /** @param problems crystals that could not become graphs */
    public record Result(List<Row> rows, List<StructureProblem> problems) {}

    /** Predicts, in the order given, leaving out crystals that cannot become graphs. */
    public Result predict(List<Crystal> crystals) {
        List<ReadCrystal> read =
                crystals.stream().map(c -> new ReadCrystal(c, c.id())).toList();
        GraphStage.Result graphs = GraphStage.build(read, config.graph().options());
        List<PreparedCrystal> prepared = graphs.set().crystals();
        List<Ensemble.Predicted> predicted = ensemble.predict(prepared);
        List<String> notes = prepared.parallelStream()
                .map(crystal -> applicability
                        .map(known -> known.note(crystal.crystal()))
                        .orElse(""))
                .toList();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < predicted.size(); i++) {
            rows.add(new Row(
                    prepared.get(i).crystal(),
                    predicted.get(i).mean(),
                    predicted.get(i).spread(),
                    predicted.get(i).uncertainty(),
                    predicted.get(i).interval(),
                    notes.get(i)));
        }
        return new Result(rows, graphs.problems());
    }

    /** A value in the target's own unit. */
    public static double untransformed(TargetConfig target, double value) {
        return target.transform().equals("log10") ? Math.pow(10, value) : value;
    }

    @Override
    public void close() {
        ensemble.close();
    }
}
