package org.dssl.app.finetune;

import java.util.List;
import java.util.Map;
import org.dssl.app.config.RunConfig.FinetuneConfig;
import org.dssl.app.training.Checkpoints;
import org.dssl.app.training.Position;
import org.dssl.app.training.RunContext;
import org.dssl.app.training.TrainingLoop;
import org.dssl.domain.program.ModelState;
import org.dssl.domain.program.TrainingSession;
import org.dssl.domain.train.Fold;
import org.dssl.domain.train.Schedule;
import org.dssl.domain.train.Statistics;
import org.dssl.domain.train.TargetScaling;
import org.dssl.ports.run.JournalEntry;
import org.dssl.ports.run.RunFolder;

/**
 * Watches one part: journals, validates, saves, stops early, and remembers the weights to keep: the last after a schedule
 * that anneals to the end, else the best on the validation part, if there is one. Never sees the test part.
 */
final class FoldObserver implements TrainingLoop.Observer {
    private static final String BEST_ERROR = "validation";
    private static final String BEST_EPOCH = "epoch";

    private final RunContext context;
    private final FinetuneConfig config;
    private final TrainingSession session;
    private final Schedule schedule;
    private final Checkpoints checkpoints;
    private final PropertyFeeds feeds;
    private final LabelledSet data;
    private final Member member;
    private final Fold fold;
    private final TargetScaling scaling;
    private final FineTuner.Progress progress;
    private final String bestName;
    private final boolean keepsBest;
    private ModelState best;
    private double bestError = Double.POSITIVE_INFINITY;
    private int bestEpoch;
    private String figures = "";

    FoldObserver(
            RunContext context,
            TrainingSession session,
            Schedule schedule,
            Checkpoints checkpoints,
            PropertyFeeds feeds,
            LabelledSet data,
            Member member,
            TargetScaling scaling,
            FineTuner.Progress progress) {
        this.context = context;
        this.config = context.config().finetune().orElseThrow();
        this.session = session;
        this.schedule = schedule;
        this.checkpoints = checkpoints;
        this.feeds = feeds;
        this.data = data;
        this.member = member;
        this.fold = member.fold();
        this.scaling = scaling;
        this.progress = progress;
        // A rate that ends near zero leaves the last weights the best; choosing by a small validation part adds noise.
        boolean anneals =
                List.of("one-cycle", "cosine").contains(config.schedule().type());
        this.keepsBest = fold.validation().length > 0 && (config.patience() > 0 || !anneals);
        this.bestName = member.path() + "/checkpoints/best";
        context.folder().loadModel(bestName).ifPresent(this::recall);
    }

    private void recall(RunFolder.SavedModel saved) {
        best = saved.state();
        bestError = ((Number) saved.extra().get(BEST_ERROR)).doubleValue();
        bestEpoch = ((Number) saved.extra().get(BEST_EPOCH)).intValue();
    }

    @Override
    public void stepped(int epoch, double done, double loss) {
        double fraction = progress.fraction((epoch + done) / config.epochs());
        context.listener().moved(FineTuner.STAGE, member.label(), epoch + 1, config.epochs(), fraction, figures);
    }

    @Override
    public void between(Position position) {
        if (checkpoints.due()) {
            save(position);
        }
    }

    @Override
    public boolean epochEnded(int epoch, long step, Map<String, Double> means) {
        // With one target the L1 loss is its error but for the scale; people read errors in the target's unit.
        boolean inUnits = config.loss().equals("l1") && config.targets().size() == 1;
        double train = means.get("loss") * (inUnits ? scaling.spread()[0] : 1);
        journal(step, epoch, "train", train);
        journal(step, epoch, "learning-rate", schedule.rate(step - 1));
        figures = String.format("train %.3g", train);
        if (fold.validation().length > 0) {
            double validation = validate();
            journal(step, epoch, "validation", validation);
            figures += String.format("  validation %.3g", validation);
            if (keepsBest && validation < bestError) {
                best = session.state().weightsOnly(name -> true);
                bestError = validation;
                bestEpoch = epoch + 1;
            }
        }
        boolean stop = config.patience() > 0 && best != null && epoch + 1 - bestEpoch >= config.patience();
        if (stop || epoch + 1 == config.epochs() || checkpoints.due()) {
            save(Position.atEpoch(epoch + 1));
        }
        return !stop;
    }

    private void save(Position position) {
        if (best != null) {
            context.folder().saveModel(bestName, best, Map.of(BEST_ERROR, bestError, BEST_EPOCH, bestEpoch), true);
        }
        checkpoints.save(session.state(), schedule, position);
    }

    /** Mean over targets of the error in units of the target's spread; in the target's unit if there is one. */
    private double validate() {
        double[][] predicted = feeds.predict(session, data.crystals(fold.validation()));
        double sum = 0;
        int targets = config.targets().size();
        for (int t = 0; t < targets; t++) {
            double[] values = new double[predicted.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = scaling.restore(predicted[i][t], t);
            }
            double error = Statistics.meanAbsoluteError(data.target(fold.validation(), t), values);
            sum += targets == 1 ? error : error / scaling.spread()[t];
        }
        return sum / targets;
    }

    private void journal(long step, int epoch, String metric, double value) {
        context.folder()
                .record(new JournalEntry(
                        step,
                        epoch,
                        FineTuner.STAGE,
                        member.variant().name(),
                        FineTuner.foldNumber(fold),
                        FineTuner.repeatNumber(fold),
                        member.metric(metric),
                        value));
    }

    /** The weights to keep. */
    ModelState chosen() {
        return best != null ? best : session.state().weightsOnly(name -> true);
    }

    /** The epoch, from 1, whose weights are kept. */
    int chosenEpoch() {
        return best != null ? bestEpoch : config.epochs();
    }
}
