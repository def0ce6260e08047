package org.dssl.app.config;

import java.util.List;
import org.dssl.ports.config.ConfigNode;

/** Rules between keys. A key that the chosen type does not use is a mistake. */
final class Consistency {
    private final Problems problems;
    private final boolean tasksNeeded;

    /** @param tasksNeeded whether pretraining must have a task; to use a finished run it need not */
    Consistency(Problems problems, boolean tasksNeeded) {
        this.problems = problems;
        this.tasksNeeded = tasksNeeded;
    }

    void check(SectionValues run) {
        if (run.all("pretrain").isEmpty() && run.all("finetune").isEmpty()) {
            problems.add(run.node(), "there is nothing to do. Give pretrain, finetune, or both.");
        }
        Features.check(run.section("graph"), problems);
        run.optional("pretrain").ifPresent(this::pretrain);
        EncoderType encoder = Encoders.named(run.section("encoder").options().text(Section.TYPE));
        List.of("pretrain", "finetune").forEach(stage -> run.optional(stage).ifPresent(s -> dropout(s, encoder)));
        run.optional("finetune").ifPresent(finetune -> finetune(run, finetune));
        run.optional(SearchSection.NAME).ifPresent(search -> SearchSection.check(search, problems));
    }

    private void pretrain(SectionValues pretrain) {
        usedKeys(pretrain.section("schedule"));
        if (tasksNeeded && pretrain.all("tasks").isEmpty() && problems.isEmpty()) {
            problems.add(pretrain.at("tasks"), "there is no task. Give at least one (dssl plugins lists them).");
        }
        pretrain.all("tasks").stream()
                .filter(task -> task.options().number("weight-start") > 0
                        && task.options().integer("weight-epochs") == 0)
                .forEach(task -> problems.add(
                        task.at("weight-start"),
                        "needs weight-epochs, over which the weight goes to its value. Set it, or remove this."));
    }

    private void dropout(SectionValues stage, EncoderType encoder) {
        if (stage.options().number("dropout") > 0 && !encoder.dropout()) {
            problems.add(
                    stage.at("dropout"), encoder.id() + " has no dropout. Set it to 0, or choose another encoder.");
        }
    }

    private void finetune(SectionValues run, SectionValues finetune) {
        SectionValues protocol = finetune.section("protocol");
        usedKeys(finetune.section("schedule"));
        usedKeys(protocol);
        switch (protocol.options().text("type")) {
            case "holdout" -> holdout(finetune, protocol);
            case "matbench" -> matbench(protocol);
            default -> folds(protocol);
        }
        boolean holdoutValidation = protocol.options().text("type").equals("holdout")
                && protocol.options().number("validation") > 0;
        if (finetune.options().integer("patience") > 0
                && finetune.options().number("validation") == 0
                && !holdoutValidation) {
            problems.add(
                    finetune.at("patience"), "needs a validation part to watch. Set finetune.validation, to 0.1 say.");
        }
        if (finetune.options().text("score").equals("validation")
                && finetune.options().number("validation") == 0
                && !holdoutValidation) {
            problems.add(finetune.at("score"), "needs a validation part. Set finetune.validation, to 0.1 say.");
        }
        boolean pretrained = !run.all("pretrain").isEmpty()
                || run.section("encoder").options().isSet("pretrained");
        if (!finetune.options().texts("compare").isEmpty() && !pretrained) {
            problems.add(
                    finetune.at("compare"),
                    "there is nothing to compare with from-scratch: this run does not pretrain. Add pretrain, or"
                            + " remove compare.");
        }
    }

    private void folds(SectionValues protocol) {
        List<String> folds = protocol.options().texts("folds");
        if (protocol.options().isSet("column")) {
            return;
        }
        boolean number = folds.size() == 1 && folds.get(0).matches("[0-9]{1,6}") && Integer.parseInt(folds.get(0)) > 1;
        if (!number) {
            problems.add(
                    protocol.at("folds"),
                    "must be one whole number of at least 2, unless column names the label with the folds.");
        }
    }

    private void matbench(SectionValues protocol) {
        if (protocol.options().isSet("ids")) {
            return;
        }
        if (protocol.options().isSet("task")) {
            problems.add(protocol.at("task"), "is a task of the file that ids names. Add ids, or remove this.");
        }
        if (!protocol.options().texts("folds").stream().allMatch(fold -> fold.matches("[0-4]"))) {
            problems.add(protocol.at("folds"), "must be some of Matbench's folds, 0 to 4.");
        }
    }

    private void holdout(SectionValues finetune, SectionValues protocol) {
        double used = protocol.options().number("train") + protocol.options().number("validation");
        if (used >= 1 - 1e-9) {
            ConfigNode at = protocol.given("validation").isPresent() ? protocol.at("validation") : protocol.at("train");
            problems.add(
                    at,
                    "train and validation together are " + Wording.number(used)
                            + ", which leaves nothing to test on. Make their sum less than 1.");
        }
        if (finetune.options().number("validation") > 0) {
            problems.add(
                    finetune.at("validation"),
                    "a holdout has its own validation part. Use finetune.protocol.validation instead.");
        }
    }

    private void usedKeys(SectionValues section) {
        section.node().map().forEach((key, node) -> {
            if (KeysOfTypes.unused(section.name(), key, section.options())) {
                problems.add(
                        node,
                        Wording.meaningless(section.options().text("type"), KeysOfTypes.using(section.name(), key)));
            }
        });
    }
}
