package org.dssl.app.finetune;

import java.util.List;
import java.util.Map;
import org.dssl.app.config.RunConfig.FinetuneConfig;
import org.dssl.app.training.Checkpoints;
import org.dssl.app.training.ModelFactory;
import org.dssl.app.training.Order;
import org.dssl.app.training.Position;
import org.dssl.app.training.RunContext;
import org.dssl.app.training.Schedules;
import org.dssl.app.training.TrainingLoop;
import org.dssl.domain.graph.FeatureOptions;
import org.dssl.domain.program.TrainingSession;
import org.dssl.domain.random.RandomStream;
import org.dssl.domain.train.Fold;
import org.dssl.domain.train.Schedule;
import org.dssl.domain.train.TargetScaling;
import org.dssl.ports.run.RunFolder;

/** Fine-tunes every variant on every fold; a part or member that is finished already is left as it is. */
public final class FineTuner {
    static final String STAGE = "finetune";

    private final RunContext context;
    private final FinetuneConfig config;
    private final LabelledSet data;
    private final RandomStream random;
    private final PartScores scores;

    public FineTuner(RunContext context, LabelledSet data) {
        this.context = context;
        this.config = context.config().finetune().orElseThrow();
        this.data = data;
        this.random = context.random().split(STAGE);
        this.scores = new PartScores(data, config.targets());
    }

    public void run(List<Variant> variants, List<Fold> folds) {
        if (variants.stream().allMatch(v -> folds.stream().allMatch(f -> finished(v, f.name())))) {
            return;
        }
        int parts = variants.size() * folds.size();
        try (TrainingSession session = context.backend()
                        .open(ModelFactory.property(context.config()), ModelFactory.optimiser(config), random.seed());
                TrainingLoop loop = new TrainingLoop(context.cancellation())) {
            int part = 0;
            for (Fold fold : folds) {
                for (Variant variant : variants) {
                    if (!finished(variant, fold.name())) {
                        train(session, loop, variant, fold, new Progress(part, parts));
                    }
                    part++;
                }
            }
        }
    }

    /** @param place the part's, or a member's */
    private boolean finished(Variant variant, String place) {
        return context.folder().metrics(variant.name(), place).isPresent();
    }

    /** Which part of all is under way. */
    record Progress(int part, int parts) {
        double fraction(double ofPart) {
            return (part + ofPart) / parts;
        }

        Progress of(Member member) {
            return new Progress(part * member.of() + member.number(), parts * member.of());
        }
    }

    private void train(TrainingSession session, TrainingLoop loop, Variant variant, Fold fold, Progress progress) {
        List<Member> members = Member.all(variant, fold, config.ensemble());
        for (Member member : members) {
            if (!finished(variant, member.place())) {
                train(session, loop, member, progress.of(member));
            }
        }
        if (members.size() > 1) {
            new EnsembleOfPart(context, data, scores).write(session, members);
        }
    }

    private void train(TrainingSession session, TrainingLoop loop, Member member, Progress progress) {
        RunFolder folder = context.folder();
        Variant variant = member.variant();
        Fold fold = member.fold();
        long started = context.clock().millis();
        // The same initial head, order and dropout for every variant of a fold: comparisons are paired.
        RandomStream stream = member.stream(random);
        session.reset(stream.seed());
        if (variant.initial() != null) {
            Transfer.into(session, variant.initial());
        }
        PropertySetup setup = new PropertySetup(context.config(), data);
        TargetScaling scaling = setup.scaling(fold.train());
        FeatureOptions features = setup.features();
        PropertyFeeds feeds = setup.feeds();
        PropertyBatches batches = setup.batches(scaling, new Order(fold.train(), config.batch(), stream));
        Schedule schedule =
                Schedules.of(config.schedule(), config.rate(), (long) config.epochs() * batches.batchesPerEpoch());
        Checkpoints checkpoints = new Checkpoints(context, member.path() + "/checkpoints/last");
        Position first = checkpoints.restore(session, schedule);
        folder.forget(STAGE, variant.name(), foldNumber(fold), repeatNumber(fold), member::owns, first.epoch());

        FoldObserver observer =
                new FoldObserver(context, session, schedule, checkpoints, feeds, data, member, scaling, progress);
        loop.run(session, batches, schedule, first, config.epochs(), stream, observer);

        PropertyModel model =
                new PropertyModel(observer.chosen(), scaling, features.lengthLow(), features.lengthSpan());
        model.save(folder, member.path() + "/model");
        session.restore(model.state());
        double[][] predicted = model.restore(feeds.predict(session, data.crystals(fold.test())));
        folder.writePredictions(variant.name(), member.place(), scores.predictions(fold, predicted, null));
        folder.flush();
        Map<String, Object> metrics = scores.metrics(fold, predicted);
        metrics.put("epoch", observer.chosenEpoch());
        metrics.put("seconds", (context.clock().millis() - started) / 1000.0);
        folder.writeMetrics(variant.name(), member.place(), metrics);
    }

    static int foldNumber(Fold fold) {
        return fold.name().startsWith("fold") ? fold.number() : -1;
    }

    static int repeatNumber(Fold fold) {
        return fold.name().startsWith("repeat") ? fold.number() : -1;
    }
}
