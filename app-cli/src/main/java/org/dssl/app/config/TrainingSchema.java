package org.dssl.app.config;

import static org.dssl.app.config.Section.Form.ALWAYS;

import java.util.List;
import java.util.Set;
import org.dssl.domain.nn.Activation;
import org.dssl.domain.nn.Pooling;
import org.dssl.domain.nn.TermWeighting;
import org.dssl.ports.config.Option;
import org.dssl.ports.config.Option.Type;

/** The options of both trainings. */
final class TrainingSchema {
    private static final int MOST_EPOCHS = 1_000_000;
    private static final List<String> TAPS = List.of("before-attention", "after-attention");

    private TrainingSchema() {}

    static List<Option> pretrain() {
        return List.of(
                epochs(20),
                batch(128),
                rate(1e-3),
                Option.number("head-rate", 1e-3, 0, 1, "", "Highest learning rate of the tasks' heads"),
                weightDecay(),
                Option.number("head-weight-decay", 0.01, 0, 1, "", "Weight decay of the tasks' heads"),
                decayVectors(),
                clipNorm(),
                dropout(),
                Option.number("validation", 0.05, 0, 0.9, "", "Fraction of the crystals kept for validation"),
                Option.choice(
                        "redraw",
                        "each-epoch",
                        List.of("each-epoch", "once"),
                        "Draw masks and displacements anew each epoch, or once (the paper)"),
                Option.choice("tap", TAPS.get(0), TAPS, "Embeddings that the tasks' heads read"),
                Option.choice(
                        "weighting",
                        "fixed",
                        Choices.names(TermWeighting.values()),
                        "How the tasks' losses add up: by their weights, or with factors learned beside them (Kendall et"
                                + " al. 2018)"));
    }

    static List<Option> finetune() {
        return List.of(
                epochs(100),
                batch(64),
                rate(1e-3),
                weightDecay(),
                decayVectors(),
                clipNorm(),
                dropout(),
                Option.choice("loss", "l1", List.of("l1", "mse"), "Mean absolute or mean squared error"),
                Option.flag("standardise", true, "Scale targets to mean 0 and spread 1 on the training part"),
                Option.choice(
                        "pooling",
                        "mean",
                        Choices.names(Pooling.values()),
                        "From atoms to crystal: mean, sum, or attention asked once (attention) or repeatedly (set2set)"),
                Option.choice("tap", TAPS.get(0), TAPS, "Embeddings that the output head reads"),
                Option.number(
                        "validation",
                        0.0,
                        0,
                        0.9,
                        "",
                        "Fraction of the training part that validates; it chooses the epoch with patience, or with a schedule that"
                                + " does not anneal to the end (plateau, constant)"),
                Option.integer(
                        "patience",
                        0L,
                        0,
                        MOST_EPOCHS,
                        "Epochs without a better validation before stopping; 0 never stops"),
                Option.number(
                        "labels",
                        1.0,
                        1e-6,
                        1,
                        "",
                        "Share of each training part that is trained on: how errors grow as labels get fewer"),
                Option.choice(
                        "score",
                        "test",
                        List.of("test", "validation"),
                        "Crystals that errors are of; with validation, for choosing settings, the test parts are not touched"),
                Option.integer(
                        "ensemble",
                        1L,
                        1,
                        100,
                        "Networks per part, each with a seed of its own: their mean predicts, their standard deviation is"
                                + " the prediction's uncertainty. Training takes as many times as long"),
                Option.list(
                        "compare", Type.CHOICES, List.of(), List.of("from-scratch"), "Networks to train beside it"));
    }

    static Section schedule() {
        return new Section(
                "schedule",
                ALWAYS,
                "How the learning rate changes.",
                "type",
                Set.of(),
                List.of(
                        Option.choice(
                                "type",
                                "one-cycle",
                                List.of("one-cycle", "cosine", "plateau", "constant"),
                                "Up and down again, warm-up and cosine down, lower when the loss stays, or constant"),
                        Option.number(
                                "warm-up", 0.3, 0, 0.9, "", "Fraction of the steps that go up: one-cycle, cosine"),
                        Option.number("minimum", 1e-6, 0, 1, "", "Lowest learning rate: cosine, plateau"),
                        Option.number("factor", 0.8, 0.01, 0.99, "", "Each lowering multiplies by this: plateau"),
                        Option.integer("patience", 10L, 0, MOST_EPOCHS, "Epochs without a better loss: plateau"),
                        Option.number("threshold", 2e-4, 0, 1, "", "Relative change that counts as better: plateau")),
                List.of());
    }

    static Section head() {
        return new Section(
                "head",
                ALWAYS,
                "From the crystal's embedding to the property; what is left out is as the encoder's authors have it.",
                null,
                Set.of(),
                List.of(
                        new Option(
                                "hidden",
                                Type.INTEGERS,
                                List.of(),
                                List.of(),
                                1,
                                4096,
                                "",
                                "Widths of hidden layers; with none the head is linear"),
                        Encoders.activation(Activation.SOFTPLUS),
                        Option.flag("activate-input", false, "Activate the embedding itself, before the first layer")),
                List.of());
    }

    static Section protocol() {
        return new Section(
                "protocol",
                ALWAYS,
                "How the labelled crystals are divided into training and test parts.",
                "type",
                Set.of(),
                List.of(
                        Option.choice(
                                "type",
                                "k-fold",
                                List.of("k-fold", "holdout", "matbench", "grouped"),
                                "Every crystal is tested once; one fixed division is trained several times; Matbench's"
                                        + " official folds; or folds of which none shares a group with another"),
                        Option.list(
                                "folds",
                                Type.TEXTS,
                                List.of("5"),
                                List.of(),
                                "How many; with a column, its values to test on, all if left out: k-fold, grouped; of"
                                        + " matbench those to test on, 0 to 4 or as ids names them, all if left out"),
                        Option.text("column", null, "Label or column that names each crystal's fold: k-fold"),
                        Option.path(
                                "ids",
                                "File of the ids that each fold tests, instead of Matbench's official folds: its"
                                        + " matbench_v0.1_validation.json or a part of it, or a table with columns id and"
                                        + " fold: matbench"),
                        Option.text(
                                "task",
                                null,
                                "Task of such a file, as matbench_jdft2d; needed where bare ids, rows from 0 (or from 1, with leading zeros), do not tell it: matbench"),
                        Option.choice(
                                "by",
                                "composition",
                                List.of("composition", "chemical-system"),
                                "What crystals of a group have in common: the reduced formula, or the set of elements:"
                                        + " grouped"),
                        Option.integer("repeats", 10L, 1, 1000, "Trainings, each with other initial weights: holdout"),
                        Option.number("train", 0.6, 0.01, 0.99, "", "Fraction to train on: holdout"),
                        Option.number(
                                "validation",
                                0.2,
                                0,
                                0.9,
                                "",
                                "Fraction to choose the epoch with; the rest is the test part: holdout")),
                List.of());
    }

    private static Option epochs(long standard) {
        return Option.integer("epochs", standard, 1, MOST_EPOCHS, "How often every crystal is seen");
    }

    private static Option batch(long standard) {
        return Option.integer("batch", standard, 1, 100_000, "Crystals per step");
    }

    private static Option rate(double standard) {
        return Option.number("rate", standard, 1e-9, 1, "", "Highest learning rate");
    }

    private static Option weightDecay() {
        return Option.number("weight-decay", 0.01, 0, 1, "", "Weight decay of AdamW");
    }

    private static Option decayVectors() {
        return Option.flag("decay-vectors", false, "Let biases and normalisations decay too (the paper)");
    }

    private static Option clipNorm() {
        return Option.number("clip-norm", 0.0, 0, 1e6, "", "Longest gradient; longer ones are shortened, 0 leaves all");
    }

    private static Option dropout() {
        return Option.number("dropout", 0.0, 0, 0.95, "", "Share of attention weights and embeddings set to zero");
    }
}
