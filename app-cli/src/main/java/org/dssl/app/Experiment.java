package org.dssl.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.dssl.app.UseCases.Stages;
import org.dssl.app.config.RunConfig;
import org.dssl.app.config.RunConfig.FinetuneConfig;
import org.dssl.app.config.RunConfig.PretrainConfig;
import org.dssl.app.config.RunConfigReader;
import org.dssl.app.data.DataStage;
import org.dssl.app.finetune.FineTuner;
import org.dssl.app.finetune.LabelledSet;
import org.dssl.app.finetune.Variant;
import org.dssl.app.pretrain.ConfiguredTasks;
import org.dssl.app.pretrain.Pretrainer;
import org.dssl.app.pretrain.ViewShrinkage;
import org.dssl.app.summary.Summaries;
import org.dssl.app.training.Cancellation;
import org.dssl.app.training.RunContext;
import org.dssl.domain.nn.Encoder;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.program.ModelState;
import org.dssl.domain.train.Fold;
import org.dssl.ports.out.ModelBackend;
import org.dssl.ports.out.ProgressListener;
import org.dssl.ports.run.RunFolder;
import org.dssl.ports.run.RunSummary;
import org.dssl.ports.spi.PretextTask;

/**
 * A configured run: read, build graphs, pretrain, fine-tune, summarise. What is finished already is kept, so that running
 * again goes on where it stopped. Nothing is printed; a {@link ProgressListener} hears.
 */
public final class Experiment {
    private final Services services;
    private final RunConfigReader reader;
    private final RunConfig config;
    private final Cancellation cancellation = new Cancellation();

    /** @param reader of the configurations of other runs, whose weights this one may start from */
    public Experiment(Services services, RunConfigReader reader, RunConfig config) {
        this.services = services;
        this.reader = reader;
        this.config = config;
    }

    /** Asks a running experiment to stop after the current step; {@link #run} then throws CancellationException. */
    public void cancel() {
        cancellation.request();
    }

    public RunSummary run(ProgressListener listener) {
        return run(Stages.ALL, false, listener);
    }

    /**
     * @param fresh moves an existing run folder aside first
     * @throws InvalidInputException for what the user can mend
     * @throws CancellationException after {@link #cancel}
     */
    public RunSummary run(Stages stages, boolean fresh, ProgressListener listener) {
        requireStages(stages);
        List<PretextTask> tasks = ConfiguredTasks.of(config, config.knownTasks());
        ModelBackend backend = services.backends().open(config.compute());
        Path path = Path.of(config.output());
        listener.started(Provenance.headline(backend, config));
        backend.notice().ifPresent(listener::warning);
        try (RunFolder folder = services.folders().open(path, config.resolvedYaml(), this::current, fresh)) {
            Optional<RunSummary> finished = finished(folder, stages);
            if (finished.isPresent()) {
                DataChanges.warn(folder, this::hash, listener);
                services.reports().write(folder);
                listener.finished(finished.get());
                return finished.get();
            }
            RunContext context = new RunContext(config, backend, folder, listener, cancellation, services.clock());
            DataStage data = new DataStage(services.datasets(), services.graphs(), context);
            try {
                return run(stages, context, data, tasks);
            } finally {
                folder.writeSkipped(DataRecords.skipped(folder, data));
                folder.writeChanged(DataRecords.changed(folder, data));
                folder.flush();
                services.reports().write(folder);
            }
        }
    }

    /** A run of an older version may lack keys that are new: their defaults are what it did. */
    private String current(String foundYaml) {
        return reader.reread(foundYaml, Path.of(config.output())).resolvedYaml();
    }

    /** Of a source as it is now; "" if the configuration reads it no more. */
    private String hash(String source) {
        return Stream.concat(
                        config.pretrain().map(PretrainConfig::data).stream(),
                        config.finetune().map(FinetuneConfig::data).stream())
                .filter(data -> data.source().equals(source))
                .findFirst()
                .map(data -> services.datasets().load(data.request(), (crystal, place) -> {}, problem -> {}))
                .orElse("");
    }

    /** The table of a run that has nothing left to do. */
    private Optional<RunSummary> finished(RunFolder folder, Stages stages) {
        boolean tuned = stages != Stages.PRETRAIN && config.finetune().isPresent();
        return folder.summary().filter(summary -> !tuned || !summary.variants().isEmpty());
    }

    private void requireStages(Stages stages) {
        if (stages == Stages.PRETRAIN && config.pretrain().isEmpty()) {
            throw new InvalidInputException("pretrain", "the configuration has no section 'pretrain'");
        }
        if (stages == Stages.FINETUNE && config.finetune().isEmpty()) {
            throw new InvalidInputException("finetune", "the configuration has no section 'finetune'");
        }
    }

    private RunSummary run(Stages stages, RunContext context, DataStage data, List<PretextTask> tasks) {
        long started = services.clock().millis();
        RunFolder folder = context.folder();
        ModelState pretrained = Pretrainer.finished(folder);
        boolean pretrain = stages != Stages.FINETUNE && config.pretrain().isPresent() && pretrained == null;
        boolean finetune = stages != Stages.PRETRAIN && config.finetune().isPresent();
        LabelledSet labelled = data.read(pretrain, finetune);
        DataChanges.refuse(folder, FoldsOfFile.withHash(DataRecords.hashes(data.facts()), config));
        PluginProvenance.warnOfChanges(folder, config, context.listener());
        DataRecords.write(folder, data, labelled);
        Provenance.write(
                folder, config, context.backend(), services, FoldsOfFile.withHash(DataRecords.hashes(folder), config));
        // Before pretraining: a protocol that does not fit the data shall not cost it.
        List<Fold> folds = finetune
                ? new Folds(services.foldFiles(), context.listener())
                        .of(config.finetune().orElseThrow(), labelled.data(), context.random())
                : List.of();
        if (pretrain) {
            pretrained = pretrain(context, data, tasks);
        } else if (pretrained == null && config.encoder().pretrained() != null) {
            pretrained = new PretrainedElsewhere(services, reader).weights(config);
            DataRecords.writeElsewhere(folder, services.folders(), config);
        }
        List<Variant> variants = List.of();
        if (finetune) {
            variants = variants(pretrained);
            finetune(context, labelled, variants, folds);
            new EmbeddingMaps(context, labelled).write(variants, folds.get(0));
            Applicability.write(folder, labelled, folds.get(0));
        }
        double seconds = (services.clock().millis() - started) / 1000.0;
        RunSummary summary = summary(context, variants, folds, seconds);
        folder.writeSummary(summary);
        context.listener().finished(summary);
        return summary;
    }

    private ModelState pretrain(RunContext context, DataStage data, List<PretextTask> tasks) {
        long started = services.clock().millis();
        context.listener().stageStarted("pretrain");
        ModelState weights = new Pretrainer(context).run(data.unlabelled(), tasks);
        int epochs = config.pretrain().orElseThrow().epochs();
        context.listener()
                .stageEnded(
                        "pretrain",
                        epochs + (epochs == 1 ? " epoch on " : " epochs on ")
                                + data.unlabelled().size() + " crystals" + views(context.folder()),
                        (services.clock().millis() - started) / 1000.0);
        return weights;
    }

    /** Of what is left to compute, edges take most of the time. */
    private static String views(RunFolder folder) {
        return ViewShrinkage.of(folder)
                .map(RunSummary.Graphs::size)
                .filter(size -> size.quotientEdges() < size.edges())
                .map(size ->
                        String.format("; edges of views %.1f× fewer", (double) size.edges() / size.quotientEdges()))
                .orElse("");
    }

    private void finetune(RunContext context, LabelledSet labelled, List<Variant> variants, List<Fold> folds) {
        long started = services.clock().millis();
        context.listener().stageStarted("finetune");
        new FineTuner(context, labelled).run(variants, folds);
        context.listener()
                .stageEnded(
                        "finetune",
                        variants.size() + (variants.size() == 1 ? " variant" : " variants") + " on " + folds.size()
                                + (folds.size() == 1 ? " part" : " parts") + " of "
                                + labelled.data().size() + " crystals",
                        (services.clock().millis() - started) / 1000.0);
    }

    private List<Variant> variants(ModelState pretrained) {
        FinetuneConfig finetune = config.finetune().orElseThrow();
        List<Variant> variants = new ArrayList<>();
        if (pretrained != null) {
            variants.add(
                    new Variant(Variant.PRETRAINED, pretrained.weightsOnly(name -> name.startsWith(Encoder.PREFIX))));
        }
        if (pretrained == null || finetune.compare().contains(Variant.FROM_SCRATCH)) {
            variants.add(new Variant(Variant.FROM_SCRATCH, null));
        }
        return variants;
    }

    private RunSummary summary(RunContext context, List<Variant> variants, List<Fold> folds, double seconds) {
        String title = Path.of(config.output()).getFileName().toString();
        return Summaries.of(
                context.folder(),
                title,
                config.finetune().map(FinetuneConfig::targets).orElse(List.of()),
                variants.stream().map(Variant::name).toList(),
                folds,
                DataRecords.counts(context.folder(), ViewShrinkage.of(context.folder())),
                seconds,
                context.random());
    }
}
