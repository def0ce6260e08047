package org.dssl.app.pretrain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dssl.app.config.RunConfig.PretrainConfig;
import org.dssl.app.data.CrystalSet;
import org.dssl.app.training.Checkpoints;
import org.dssl.app.training.ModelFactory;
import org.dssl.app.training.Position;
import org.dssl.app.training.RunContext;
import org.dssl.app.training.Schedules;
import org.dssl.app.training.TrainingLoop;
import org.dssl.domain.nn.Encoder;
import org.dssl.domain.program.ModelState;
import org.dssl.domain.program.TrainingSession;
import org.dssl.domain.random.RandomStream;
import org.dssl.domain.train.Schedule;
import org.dssl.ports.run.JournalEntry;
import org.dssl.ports.run.RunFolder;
import org.dssl.ports.spi.PretextTask;

/** Pretrains an encoder on unlabelled crystals with the configured tasks, and gives its weights. */
public final class Pretrainer {
    static final String STAGE = "pretrain";
    /** Weights of the finished pretraining. */
    public static final String MODEL = "pretrain/encoder";

    private static final String LAST = "pretrain/checkpoints/last";

    private final RunContext context;
    private final PretrainConfig config;
    private final RandomStream random;

    public Pretrainer(RunContext context) {
        this.context = context;
        this.config = context.config().pretrain().orElseThrow();
        this.random = context.random().split(STAGE);
    }

    /**
     * Trains, or goes on with an interrupted training.
     *
     * @param tasks in the order of the configuration
     * @return the encoder's weights and running statistics
     */
    public ModelState run(CrystalSet data, List<PretextTask> tasks) {
        PretrainSetup setup = new PretrainSetup(context.config(), data, tasks);
        int[] order = random.split("validation").permutation(data.size());
        int kept = (int) Math.round(config.validation() * data.size());
        PretrainBatches training = setup.batches(Arrays.copyOfRange(order, kept, order.length), "train");
        PretrainBatches validation = kept == 0 ? null : setup.batches(Arrays.copyOfRange(order, 0, kept), "validation");

        Schedule schedule =
                Schedules.of(config.schedule(), config.rate(), (long) config.epochs() * training.batchesPerEpoch());
        try (TrainingSession session = context.backend()
                        .open(setup.program(training.labels()), ModelFactory.optimiser(config), random.seed());
                TrainingLoop loop = new TrainingLoop(context.cancellation())) {
            Checkpoints checkpoints = new Checkpoints(context, LAST);
            Position first = checkpoints.restore(session, schedule);
            context.folder().forget(STAGE, "", -1, -1, first.epoch());
            loop.run(
                    session,
                    training,
                    schedule,
                    first,
                    config.epochs(),
                    random,
                    new Observer(session, schedule, checkpoints, training, validation));
            ModelState weights = session.state().weightsOnly(name -> name.startsWith(Encoder.PREFIX));
            Map<String, Object> facts = new TreeMap<>(ViewShrinkage.facts(training));
            facts.put("epochs", config.epochs());
            context.folder().saveModel(MODEL, weights, facts, true);
            return weights;
        }
    }

    /** The weights of a pretraining that this run has finished before, or null. */
    public static ModelState finished(RunFolder folder) {
        return folder.loadModel(MODEL).map(RunFolder.SavedModel::state).orElse(null);
    }

    /** Journals, validates and saves at the end of epochs. */
    private final class Observer implements TrainingLoop.Observer {
        private final TrainingSession session;
        private final Schedule schedule;
        private final Checkpoints checkpoints;
        private final PretrainBatches validation;
        private final CollapseWarnings warnings;
        private String figures = "";

        Observer(
                TrainingSession session,
                Schedule schedule,
                Checkpoints checkpoints,
                PretrainBatches training,
                PretrainBatches validation) {
            this.session = session;
            this.schedule = schedule;
            this.checkpoints = checkpoints;
            this.validation = validation;
            this.warnings = new CollapseWarnings(training.plan());
        }

        @Override
        public void stepped(int epoch, double done, double loss) {
            context.listener().moved(STAGE, "", epoch + 1, config.epochs(), (epoch + done) / config.epochs(), figures);
        }

        @Override
        public void between(Position position) {
            if (checkpoints.due()) {
                checkpoints.save(session.state(), schedule, position);
            }
        }

        @Override
        public boolean epochEnded(int epoch, long step, Map<String, Double> means) {
            figures = terms(means);
            means.forEach((metric, value) -> journal(step, epoch, metric, value));
            warnings.of(means, epoch).forEach(context.listener()::warning);
            journal(step, epoch, "learning-rate", schedule.rate(step - 1));
            boolean last = epoch + 1 == config.epochs();
            if (validation != null) {
                validate().forEach((metric, value) -> journal(step, epoch, "validation/" + metric, value));
            }
            if (last || checkpoints.due()) {
                checkpoints.save(session.state(), schedule, Position.atEpoch(epoch + 1));
            }
            return true;
        }

        private Map<String, Double> validate() {
            Map<String, Double> sums = new TreeMap<>();
            double weight = 0;
            for (int b = 0; b < validation.batchesPerEpoch(); b++) {
                TrainingSession.Outcome outcome = session.evaluate(validation.batch(0, b));
                int size = validation.size(b);
                weight += size;
                sums.merge("loss", size * outcome.loss(), Double::sum);
                outcome.values().forEach((name, value) -> sums.merge(name, size * value.values()[0], Double::sum));
            }
            double total = weight;
            sums.replaceAll((name, sum) -> sum / total);
            return sums;
        }

        private void journal(long step, int epoch, String metric, double value) {
            context.folder().record(new JournalEntry(step, epoch, STAGE, "", -1, -1, metric, value));
        }

        private String terms(Map<String, Double> means) {
            List<String> texts = new ArrayList<>();
            config.tasks()
                    .forEach(task -> texts.add(
                            task.name() + " " + String.format("%.3g", means.get(PretrainProgram.TERM + task.name()))));
            return String.join("  ", texts);
        }
    }
}
