package org.dssl.app.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dssl.app.config.RunConfig.ComputeConfig;
import org.dssl.app.config.RunConfig.DataConfig;
import org.dssl.app.config.RunConfig.EncoderConfig;
import org.dssl.app.config.RunConfig.FinetuneConfig;
import org.dssl.app.config.RunConfig.GraphConfig;
import org.dssl.app.config.RunConfig.OnBadStructure;
import org.dssl.app.config.RunConfig.PretrainConfig;
import org.dssl.app.config.RunConfig.ProtocolConfig;
import org.dssl.app.config.RunConfig.ScheduleConfig;
import org.dssl.app.config.RunConfig.TargetConfig;
import org.dssl.app.config.RunConfig.TaskConfig;
import org.dssl.app.plugins.PretextTasks;
import org.dssl.app.plugins.ProviderChecks;
import org.dssl.domain.graph.GraphMode;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.domain.nn.Encoder;
import org.dssl.domain.nn.Pooling;
import org.dssl.domain.nn.Readout;
import org.dssl.domain.nn.TermWeighting;
import org.dssl.domain.train.TermWeight;
import org.dssl.ports.config.OptionValues;
import org.dssl.ports.out.ReadPolicy;

/** Checked values to records. */
final class RunConfigMapper {
    private RunConfigMapper() {}

    static RunConfig map(SectionValues run, PretextTasks tasks, String resolvedYaml) {
        OptionValues options = run.options();
        EncoderConfig encoder = encoder(run.section("encoder").options());
        return new RunConfig(
                options.longInteger("seed"),
                encoder,
                graph(run.section("graph").options(), Encoders.create(encoder, 0)),
                run.optional("pretrain").map(RunConfigMapper::pretrain),
                run.optional("finetune").map(RunConfigMapper::finetune),
                options.text("output"),
                compute(run.section("compute").options()),
                is(options, "on-bad-structure", "skip") ? OnBadStructure.SKIP : OnBadStructure.FAIL,
                run.optional(SearchSection.NAME).map(SearchSection::map),
                tasks,
                resolvedYaml);
    }

    private static EncoderConfig encoder(OptionValues options) {
        Map<String, Object> own = new LinkedHashMap<>(options.asMap());
        own.keySet().removeAll(List.of(Section.TYPE, "pretrained"));
        return new EncoderConfig(options.text(Section.TYPE), new OptionValues(own), textOrNull(options, "pretrained"));
    }

    /** An encoder that reads angles gets them. */
    private static GraphConfig graph(OptionValues options, Encoder encoder) {
        GraphMode mode = is(options, "mode", "all-images") ? GraphMode.ALL_IMAGES : GraphMode.MINIMUM_IMAGE;
        return new GraphConfig(
                new GraphOptions(
                                mode,
                                options.integer("neighbours"),
                                options.number("radius"),
                                options.number("tolerance"),
                                options.flag("quotient"))
                        .withAngles(encoder.readsAngles()),
                Features.columns(options),
                is(options, "lengths", "min-max"),
                is(options, "composition", "full"));
    }

    private static PretrainConfig pretrain(SectionValues section) {
        OptionValues options = section.options();
        return new PretrainConfig(
                data(section.section("data")),
                options.integer("epochs"),
                options.integer("batch"),
                options.number("rate"),
                options.number("head-rate"),
                options.number("weight-decay"),
                options.number("head-weight-decay"),
                options.flag("decay-vectors"),
                options.number("clip-norm"),
                schedule(section.section("schedule").options()),
                options.number("dropout"),
                options.number("validation"),
                is(options, "redraw", "each-epoch"),
                is(options, "tap", "after-attention"),
                Choices.named(TermWeighting.class, options.text("weighting")),
                section.all("tasks").stream().map(RunConfigMapper::task).toList());
    }

    private static FinetuneConfig finetune(SectionValues section) {
        OptionValues options = section.options();
        SectionValues data = section.section("data");
        return new FinetuneConfig(
                data(data),
                data.all("target").stream().map(RunConfigMapper::target).toList(),
                protocol(section.section("protocol").options()),
                options.texts("compare"),
                options.integer("epochs"),
                options.integer("batch"),
                options.number("rate"),
                options.number("weight-decay"),
                options.flag("decay-vectors"),
                options.number("clip-norm"),
                schedule(section.section("schedule").options()),
                options.number("dropout"),
                options.text("loss"),
                options.flag("standardise"),
                Choices.named(Pooling.class, options.text("pooling")),
                is(options, "tap", "after-attention"),
                head(section.section("head").options()),
                options.number("validation"),
                options.integer("patience"),
                options.number("labels"),
                is(options, "score", "validation"),
                options.integer("ensemble"));
    }

    private static Readout head(OptionValues options) {
        return new Readout(
                options.integers("hidden").stream().map(Math::toIntExact).toList(),
                Encoders.activation(options),
                options.flag("activate-input"));
    }

    private static DataConfig data(SectionValues section) {
        OptionValues options = section.options();
        return new DataConfig(
                options.text("source"),
                textOrNull(options, "structures"),
                options.text("id"),
                options.integer("limit"),
                new ReadPolicy(
                        Choices.named(ReadPolicy.Disorder.class, options.text("disorder")),
                        is(options, "missing-hydrogen", "keep")),
                section.node().place());
    }

    private static TargetConfig target(SectionValues section) {
        OptionValues options = section.options();
        return new TargetConfig(options.text("column"), options.text("transform"), options.text("unit"));
    }

    private static TaskConfig task(SectionValues section) {
        return new TaskConfig(
                section.name(),
                section.options().text("type"),
                new TermWeight(
                        section.options().number("weight-start"),
                        section.options().number("weight"),
                        section.options().integer("weight-epochs")),
                taskOptions(section),
                section.node().place());
    }

    /** The task's own options, without those that every task has. */
    static OptionValues taskOptions(SectionValues section) {
        Map<String, Object> own = new LinkedHashMap<>(section.options().asMap());
        own.keySet().removeAll(ProviderChecks.RESERVED_OPTIONS);
        return new OptionValues(own);
    }

    private static ScheduleConfig schedule(OptionValues options) {
        return new ScheduleConfig(
                options.text("type"),
                options.number("factor"),
                options.integer("patience"),
                options.number("threshold"),
                options.number("minimum"),
                options.number("warm-up"));
    }

    private static ProtocolConfig protocol(OptionValues options) {
        boolean column = options.isSet("column");
        List<String> folds = options.texts("folds");
        boolean matbench = is(options, "type", "matbench");
        return new ProtocolConfig(
                options.text("type"),
                column || matbench ? 0 : Integer.parseInt(folds.get(0)),
                textOrNull(options, "column"),
                textOrNull(options, "ids"),
                textOrNull(options, "task"),
                column || matbench ? folds : List.of(),
                options.text("by"),
                options.integer("repeats"),
                options.number("train"),
                options.number("validation"));
    }

    private static ComputeConfig compute(OptionValues options) {
        return new ComputeConfig(
                options.text("backend"),
                options.text("device"),
                options.integer("threads"),
                options.integer("checkpoint-seconds"),
                options.text("graph-store"));
    }

    private static boolean is(OptionValues options, String name, String value) {
        return options.text(name).equals(value);
    }

    private static String textOrNull(OptionValues options, String name) {
        return Optional.ofNullable(options.asMap().get(name))
                .map(Object::toString)
                .orElse(null);
    }
}
