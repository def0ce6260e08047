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
import org.dssl.domain.graph.GraphMode;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.ports.config.OptionValues;

/** Checked values to records. */
final class RunConfigMapper {
    private RunConfigMapper() {}

    static RunConfig map(SectionValues run, String resolvedYaml) {
        OptionValues options = run.options();
        return new RunConfig(
                options.longInteger("seed"),
                encoder(run.section("encoder").options()),
                graph(run.section("graph").options()),
                run.optional("pretrain").map(RunConfigMapper::pretrain),
                run.optional("finetune").map(RunConfigMapper::finetune),
                options.text("output"),
                compute(run.section("compute").options()),
                is(options, "on-bad-structure", "skip") ? OnBadStructure.SKIP : OnBadStructure.FAIL,
                resolvedYaml);
    }

    private static EncoderConfig encoder(OptionValues options) {
        return new EncoderConfig(
                options.text("type"),
                options.integer("width"),
                options.integer("layers"),
                options.integer("heads"),
                textOrNull(options, "pretrained"));
    }

    private static GraphConfig graph(OptionValues options) {
        GraphMode mode = is(options, "mode", "all-images") ? GraphMode.ALL_IMAGES : GraphMode.MINIMUM_IMAGE;
        return new GraphConfig(
                new GraphOptions(
                        mode,
                        options.integer("neighbours"),
                        options.number("radius"),
                        options.number("tolerance"),
                        options.flag("quotient")),
                options.flag("degree"),
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
                options.text("pooling"),
                is(options, "tap", "after-attention"),
                options.number("validation"),
                options.integer("patience"));
    }

    private static DataConfig data(SectionValues section) {
        OptionValues options = section.options();
        return new DataConfig(
                options.text("source"),
                textOrNull(options, "structures"),
                options.text("id"),
                options.integer("limit"),
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
                section.options().number("weight"),
                taskOptions(section),
                section.node().place());
    }

    /** The task's own options, without those that every task has. */
    static OptionValues taskOptions(SectionValues section) {
        Map<String, Object> own = new LinkedHashMap<>(section.options().asMap());
        own.keySet().removeAll(List.of("type", "weight"));
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
        return new ProtocolConfig(
                options.text("type"),
                column ? 0 : Integer.parseInt(folds.get(0)),
                textOrNull(options, "column"),
                column ? folds : List.of(),
                options.integer("repeats"),
                options.number("train"),
                options.number("validation"));
    }

    private static ComputeConfig compute(OptionValues options) {
        return new ComputeConfig(options.text("backend"), options.text("device"), options.integer("threads"));
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
