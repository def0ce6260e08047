package org.dssl.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users read when a configuration is wrong, word for word. */
class WrongConfigurationTest {
    private static final String GOOD = "finetune:\n  data: { source: moduli.csv, target: K_VRH }\n";

    @TempDir
    Path folder;

    private ConfigFixture fixture;

    @BeforeEach
    void setUp() {
        fixture = new ConfigFixture(folder);
    }

    @Test
    void anUnknownTaskNamesTheNearestAndAllKnown() {
        assertEquals(
                """
                my.yaml:4  pretrain.tasks.atomic-stifness: no such task. Did you mean atomic-stiffness?
                Known: atomic-stiffness, bond-length, contrastive, crystal-system, denoise, element-property, energy, forces, mask, powder-xrd, valence-electrons (dssl plugins)""",
                fixture.problems(
                        """
                        pretrain:
                          data: crystals
                          tasks:
                            atomic-stifness: { weight: 0.1 }
                        """));
    }

    @Test
    void anUnknownKeyNamesTheNearest() {
        assertEquals(
                "my.yaml:3  finetune.epoch: no such key. Did you mean epochs? Known here: epochs, batch, rate,"
                        + " weight-decay, decay-vectors, clip-norm, dropout, loss, standardise, pooling, tap, validation,"
                        + " patience, labels, score, ensemble, compare, data, head, protocol, schedule.",
                fixture.problems(GOOD + "  epoch: 3\n"));
    }

    @Test
    void aWrongTypeSaysWhatWasFound() {
        assertEquals(
                "my.yaml:3  finetune.epochs: must be a whole number, not \"many\".",
                fixture.problems(GOOD + "  epochs: many\n"));
    }

    @Test
    void aNumberOutOfRangeSaysTheRangeAndUnit() {
        assertEquals(
                "my.yaml:3  graph.radius: must be between 0.5 and 30 Å, not 99.",
                fixture.problems(GOOD + "graph: { radius: 99 }\n"));
    }

    @Test
    void aWrongChoiceListsTheChoices() {
        assertEquals(
                "my.yaml:3  finetune.protocol.type: must be one of k-fold, holdout, matbench, grouped, not \"kfold\". Did you mean k-fold?",
                fixture.problems(GOOD + "  protocol: { type: kfold }\n"));
    }

    @Test
    void anOptionOfATaskIsCheckedByTheTasksOwnRules() {
        assertEquals(
                "my.yaml:3  pretrain.tasks.mine.ratio: must be between 0 and 1, not 1.5.",
                fixture.problems("pretrain:\n  tasks:\n    mine: { type: mask, ratio: 1.5 }\n"));
    }

    @Test
    void aKeyWithoutAValueNamesTheDefault() {
        assertEquals(
                "my.yaml:3  finetune.batch: has no value. Give one, or remove the key for the default, 64.",
                fixture.problems(GOOD + "  batch:\n"));
    }

    @Test
    void anUnknownPresetNamesTheNearest() {
        assertEquals(
                "my.yaml:1  preset: no such preset. Did you mean paper? Known: alignn, alignn-as, cgcnn,"
                        + " cin-barlow, ct-barlow, ct-simsiam, deeper-gatgnn, dssl, dssl-as, dssl-ve, gatgnn, gin, megnet, ogcnn,"
                        + " paper.",
                fixture.problems("preset: papr\n" + GOOD));
    }

    @Test
    void missingDataSaysWhatToGive() {
        assertEquals(
                "my.yaml:1  finetune.data: must be given: Folder, archive, structure file, .jsonl(.gz), .json(.gz), table"
                        + " .csv, or builtin:NAME; relative to the YAML file.",
                fixture.problems("finetune: { data: { target: K } }\n"));
        assertEquals(
                "my.yaml:2  finetune.data.target: must be given: Label or column with the values.",
                fixture.problems("finetune:\n  data: moduli.csv\n"));
    }

    @Test
    void aMissingFileSaysWhereItWasSought() {
        assertEquals(
                "my.yaml:2  finetune.data.source: there is no modul.csv in FOLDER. Give a file or a folder of crystals, or builtin:NAME.",
                fixture.problems("finetune:\n  data: { source: modul.csv, target: K }\n"));
    }

    @Test
    void aFileOfATaskIsRelativeToTheConfiguration() {
        String text = "pretrain:\n  data: moduli.csv\n  tasks:\n"
                + "    mine: { type: element-property, property: K_VRH, file: %s }\n";
        assertEquals(
                "my.yaml:4  pretrain.tasks.mine.file: there is no modul.csv in FOLDER. Give a file.",
                fixture.problems(text.formatted("modul.csv")));
        assertEquals(
                "moduli.csv:1  there is no column symbol. There are id, K_VRH.",
                fixture.problems(text.formatted("moduli.csv")));
    }

    @Test
    void aKeyThatTheChosenTypeDoesNotUseIsAMistake() {
        assertEquals(
                "my.yaml:3  finetune.schedule.factor: has no meaning with type: one-cycle, only with plateau. Remove it,"
                        + " or change the type.",
                fixture.problems(GOOD + "  schedule: { factor: 0.5 }\n"));
    }

    @Test
    void aFileOfFoldsIsForMatbenchAndATaskForAFile() {
        assertEquals(
                "my.yaml:3  finetune.protocol.ids: has no meaning with type: k-fold, only with matbench. Remove it, or"
                        + " change the type.",
                fixture.problems(GOOD + "  protocol: { ids: moduli.csv }\n"));
        assertEquals(
                "my.yaml:3  finetune.protocol.task: is a task of the file that ids names. Add ids, or remove this.",
                fixture.problems(GOOD + "  protocol: { type: matbench, task: matbench_x }\n"));
        assertEquals(
                "my.yaml:3  finetune.protocol.ids: there is no folds.csv in FOLDER. Give a JSON file as Matbench's, or a"
                        + " table with columns id and fold.",
                fixture.problems(GOOD + "  protocol: { type: matbench, ids: folds.csv }\n"));
    }

    @Test
    void allProblemsAreToldAtOnceInTheOrderOfTheFile() {
        assertEquals(
                """
                my.yaml:3  finetune.loss: must be one of l1, mse, not "huber".
                my.yaml:4  graph.quotient: must be on or off, not "yes".
                --set  sead: no such key. Did you mean seed? Known here: preset, seed, output, on-bad-structure, encoder, graph, pretrain, finetune, search, compute, plugins.""",
                fixture.problems(GOOD + "  loss: huber\ngraph: { quotient: yes }\n", "sead=3"));
    }

    @Test
    void rulesBetweenKeysNameTheKeyToChange() {
        assertEquals(
                "my.yaml:3  finetune.patience: needs a validation part to watch. Set finetune.validation, to 0.1 say.",
                fixture.problems(GOOD + "  patience: 5\n"));
        assertEquals(
                "my.yaml:3  finetune.compare: there is nothing to compare with from-scratch: this run does not pretrain."
                        + " Add pretrain, or remove compare.",
                fixture.problems(GOOD + "  compare: from-scratch\n"));
        assertEquals(
                "my.yaml:3  finetune.protocol.train: train and validation together are 1.1, which leaves nothing to test"
                        + " on. Make their sum less than 1.",
                fixture.problems(GOOD + "  protocol: { type: holdout, train: 0.9 }\n"));
        assertEquals(
                "my.yaml:3  finetune.protocol.folds: must be one whole number of at least 2, unless column names the label"
                        + " with the folds.",
                fixture.problems(GOOD + "  protocol: { folds: [1, 2] }\n"));
    }

    @Test
    void aRunWithNothingToDoIsAMistake() {
        assertEquals(
                "my.yaml:1  there is nothing to do. Give pretrain, finetune, or both.", fixture.problems("seed: 3\n"));
        assertEquals("my.yaml  is empty. Give pretrain, finetune, or both.", fixture.problems("# nothing\n"));
        assertEquals(
                "my.yaml:2  pretrain.tasks: there is no task. Give at least one (dssl plugins lists them).",
                fixture.problems("pretrain:\n  tasks: {}\n"));
    }

    @Test
    void aSectionGivenAsTextListsItsKeys() {
        assertTrue(fixture.problems(GOOD + "pretrain: yes\n")
                .startsWith("my.yaml:3  pretrain: must have keys below it (epochs, batch,"));
    }
}
