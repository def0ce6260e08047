package org.dssl.it;

import static org.dssl.domain.testing.TensorAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.ZipFile;
import org.dssl.app.Embedder;
import org.dssl.app.EmbeddingChoice;
import org.dssl.app.UseCases.EmbeddedFile;
import org.dssl.app.wiring.Dssl;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.TestCrystals;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.testing.TensorAssertions.Tolerance;
import org.dssl.ports.out.ProgressListener;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Embeddings of a run's networks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbedIT {
    /** Single precision, summed in another order. */
    private static final Tolerance ROUNDING = new Tolerance(1e-4, 1e-5);

    @TempDir
    static Path folder;

    private static Path run;

    @BeforeAll
    static void runOnce() throws IOException {
        SmallRun.experiment(folder, "run", "finetune.epochs=2", "pretrain.epochs=1")
                .run(ProgressListener.SILENT);
        run = folder.resolve("run");
    }

    private static List<Crystal> crystals() {
        return List.of(
                TestCrystals.perovskite().withId("perovskite"),
                TestCrystals.cubicRocksalt().withId("rocksalt"),
                TestCrystals.wurtzite().withId("wurtzite"));
    }

    private static EmbeddingChoice choice(boolean pretrained) {
        return pretrained ? EmbeddingChoice.PRETRAINED : EmbeddingChoice.FIRST;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBatchEmbedsAsEachAlone(boolean pretrained) {
        try (Embedder embedder = Dssl.create().embedder(run, choice(pretrained))) {
            List<Embedder.Embedded> together = embedder.embed(crystals()).crystals();
            assertEquals(3, together.size());
            for (Embedder.Embedded one : together) {
                assertClose(
                        row(embedder, one.crystal()),
                        one.rows()[0],
                        ROUNDING,
                        one.crystal().id());
            }
            assertTrue(distance(together.get(0), together.get(1)) > 1e-3, "crystals differ");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSupercellHasTheEmbeddingsOfItsCell(boolean pretrained) {
        try (Embedder embedder = Dssl.create().embedder(run, choice(pretrained))) {
            for (Crystal crystal : crystals()) {
                Crystal supercell = TestCrystals.supercell(crystal, 2, 1, 2);
                assertClose(row(embedder, crystal), row(embedder, supercell), ROUNDING, crystal.id());
                assertClose(atoms(embedder, crystal)[0], atoms(embedder, supercell)[0], ROUNDING, crystal.id());
            }
        }
    }

    @Test
    void equivalentAtomsHaveEqualRowsAndOthersDoNot() {
        try (Embedder embedder = Dssl.create().embedder(run, EmbeddingChoice.FIRST)) {
            double[][] atoms = atoms(embedder, TestCrystals.perovskite());
            assertEquals(5, atoms.length);
            assertArrayEquals(atoms[2], atoms[3], "the oxygens");
            assertArrayEquals(atoms[2], atoms[4], "the oxygens");
            assertFalse(Arrays.equals(atoms[0], atoms[1]), "strontium and titanium");
        }
    }

    @Test
    void withoutTheQuotientTheEmbeddingsAreTheSame() throws IOException {
        Path full = folder.resolve("full");
        copy(run, full);
        String yaml = Files.readString(full.resolve("config.yaml"));
        String without = yaml.replaceFirst("quotient: \\S+", "quotient: off");
        assertFalse(yaml.equals(without));
        Files.writeString(full.resolve("config.yaml"), without);
        try (Embedder quotient = Dssl.create().embedder(run, EmbeddingChoice.FIRST);
                Embedder whole = Dssl.create().embedder(full, EmbeddingChoice.FIRST)) {
            for (Crystal crystal : crystals()) {
                assertClose(row(whole, crystal), row(quotient, crystal), ROUNDING, crystal.id());
                double[][] atoms = atoms(quotient, crystal);
                double[][] expected = atoms(whole, crystal);
                for (int atom = 0; atom < atoms.length; atom++) {
                    assertClose(expected[atom], atoms[atom], ROUNDING, crystal.id() + " " + atom);
                }
            }
        }
    }

    @Test
    void everyChoiceIsAnotherNetwork() {
        Crystal crystal = TestCrystals.rutile();
        List<EmbeddingChoice> choices = List.of(
                EmbeddingChoice.FIRST,
                EmbeddingChoice.PRETRAINED,
                new EmbeddingChoice(false, Optional.empty(), OptionalInt.of(2)),
                new EmbeddingChoice(false, Optional.of("from-scratch"), OptionalInt.empty()));
        List<String> models = choices.stream()
                .map(choice -> {
                    try (Embedder embedder = Dssl.create().embedder(run, choice)) {
                        return embedder.model() + " " + row(embedder, crystal)[0];
                    }
                })
                .toList();
        assertTrue(models.get(0).startsWith("finetune/pretrained/fold-0/model "), models.get(0));
        assertTrue(models.get(1).startsWith("pretrain/encoder "), models.get(1));
        assertTrue(models.get(2).startsWith("finetune/pretrained/fold-2/model "), models.get(2));
        assertTrue(models.get(3).startsWith("finetune/from-scratch/fold-0/model "), models.get(3));
        assertEquals(
                4, models.stream().map(text -> text.split(" ")[1]).distinct().count());
    }

    @Test
    void whatTheRunDoesNotHoldIsNamed() {
        InvalidInputException variant = assertThrows(InvalidInputException.class, () -> Dssl.create()
                .embedder(run, new EmbeddingChoice(false, Optional.of("form-scratch"), OptionalInt.empty())));
        assertTrue(variant.getMessage().contains("Did you mean from-scratch?"), variant.getMessage());
        InvalidInputException fold = assertThrows(InvalidInputException.class, () -> Dssl.create()
                .embedder(run, new EmbeddingChoice(false, Optional.empty(), OptionalInt.of(7))));
        assertTrue(fold.getMessage().contains("It has fold-0, fold-1, fold-2"), fold.getMessage());
    }

    @Test
    void tablesAndArraysHoldARowForEachAtom() throws IOException {
        Path structures = Path.of("builtin:elastic-binaries");
        Path csv = folder.resolve("out/atoms.csv");
        EmbeddedFile file = Dssl.create()
                .useCases()
                .embed(run, EmbeddingChoice.FIRST, List.of(structures), true, csv, ProgressListener.SILENT);
        assertEquals(800, file.structures());
        List<String> lines = Files.readAllLines(csv);
        assertTrue(lines.get(0).startsWith("id,atom,element,e0,e1,"), lines.get(0));
        assertEquals(3 + file.columns(), lines.get(1).split(",").length);
        assertEquals(1 + 5325, lines.size(), "the atoms of the embedded data");
        Path npz = folder.resolve("out/crystals.npz");
        Dssl.create()
                .useCases()
                .embed(run, EmbeddingChoice.FIRST, List.of(structures), false, npz, ProgressListener.SILENT);
        try (ZipFile zip = new ZipFile(npz.toFile())) {
            assertEquals(
                    List.of("id.npy", "embedding.npy"),
                    zip.stream().map(Object::toString).toList());
            assertEquals(
                    128 + 8L * 800 * file.columns(),
                    zip.getEntry("embedding.npy").getSize());
        }
    }

    private static double[] row(Embedder embedder, Crystal crystal) {
        return embedder.embed(List.of(crystal)).crystals().get(0).rows()[0];
    }

    private static double[][] atoms(Embedder embedder, Crystal crystal) {
        return embedder.embedAtoms(List.of(crystal)).crystals().get(0).rows();
    }

    private static double distance(Embedder.Embedded one, Embedder.Embedded other) {
        double sum = 0;
        for (int i = 0; i < one.rows()[0].length; i++) {
            sum += Math.pow(one.rows()[0][i] - other.rows()[0][i], 2);
        }
        return Math.sqrt(sum);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
