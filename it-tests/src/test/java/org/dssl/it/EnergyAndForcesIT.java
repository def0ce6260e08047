package org.dssl.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dssl.adapters.io.dataset.StructureReaders;
import org.dssl.adapters.io.run.FileRunFolders;
import org.dssl.adapters.io.structure.StructureFiles;
import org.dssl.app.wiring.Dssl;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.ports.out.ProgressListener;
import org.dssl.ports.out.StructureInput;
import org.dssl.ports.out.StructureProblem;
import org.dssl.ports.out.StructureSink;
import org.dssl.ports.run.JournalEntry;
import org.dssl.ports.run.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tasks with labels, on the crystals of mlearn (Zuo et al., J. Phys. Chem. A 124:731, 2020). */
class EnergyAndForcesIT {
    /** What predicting the mean energy per atom, and no force, gives on all of Si, in the units of the losses. */
    private static final double MEAN_ENERGY = 0.898;

    private static final double NO_FORCE = 0.763;

    private static final String YAML =
            """
            encoder: { width: 24, layers: 2 }
            pretrain:
              data: %s
              epochs: 10
              batch: 8
              rate: 3.0e-3
              validation: 0.15
              tasks: { energy: {}, forces: { method: %s } }
            compute: { threads: 2 }
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"Cu, 324", "Ge, 278", "Li, 299", "Mo, 240", "Ni, 325", "Si, 264"})
    void everyFrameIsReadAndItsForcesSumToZero(String element, int frames) throws IOException {
        Path file = SharedData.file("data/mlearn/" + element + ".extxyz.gz");
        List<Crystal> crystals = new ArrayList<>();
        StructureInput input = StructureFiles.input(file);
        StructureReaders.standard().forInput(input).orElseThrow().read(input, new StructureSink() {
            @Override
            public void crystal(Crystal crystal, String place) {
                crystals.add(crystal);
            }

            @Override
            public void problem(StructureProblem problem) {
                throw new AssertionError(problem);
            }
        });
        assertEquals(frames, crystals.size());
        for (Crystal crystal : crystals) {
            double[] sum = new double[3];
            double[] forces = crystal.vectors("forces").orElseThrow();
            for (int i = 0; i < forces.length; i++) {
                sum[i % 3] += forces[i];
            }
            assertTrue(Arrays.stream(sum).allMatch(s -> Math.abs(s) < 0.02 * crystal.atoms()), crystal.id());
            assertTrue(crystal.number("energy").isPresent(), crystal.id());
        }
    }

    @ParameterizedTest
    @CsvSource({"pairwise", "gradient"})
    void bothAreLearntWellBelowTheErrorOfTheMean(String method) throws IOException {
        Path data = SharedData.file("data/mlearn/Si.extxyz.gz");
        Path yaml = Files.writeString(folder.resolve("si.yaml"), YAML.formatted(data, method));
        Path run = folder.resolve("run");
        Dssl.create().experiment(yaml, "output=" + run).run(ProgressListener.SILENT);
        assertTrue(
                last(run, "validation/loss/energy") < 0.75 * MEAN_ENERGY,
                "energy " + last(run, "validation/loss/energy"));
        assertTrue(
                last(run, "validation/loss/forces") < 0.6 * NO_FORCE, "forces " + last(run, "validation/loss/forces"));
    }

    private static double last(Path run, String metric) throws IOException {
        RunFolder opened = new FileRunFolders().read(run);
        return opened.journal().stream()
                .filter(entry -> entry.metric().equals(metric))
                .mapToDouble(JournalEntry::value)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    @Test
    void dataWithoutThemSaysSo() throws IOException {
        Path yaml = Files.writeString(
                folder.resolve("none.yaml"),
                "pretrain: { data: { source: 'builtin:unlabelled-small', limit: 20 }, epochs: 1, tasks: { forces: {} } }\n");
        Exception refusal = assertThrows(InvalidInputException.class, () -> Dssl.create()
                .experiment(yaml, "output=" + folder.resolve("x"))
                .run(ProgressListener.SILENT));
        assertTrue(
                refusal.getMessage().contains("pretrain.tasks.forces  no crystal has the label forces"),
                refusal::getMessage);
    }

    @Test
    void aGradientRefusesFeaturesThatFollowFromDistances() throws IOException {
        Path data = SharedData.file("data/mlearn/Si.extxyz.gz");
        String features = "graph: { features: [element, orbital-field] }\n";
        Path yaml = Files.writeString(folder.resolve("si.yaml"), features + YAML.formatted(data, "gradient"));
        Exception refusal = assertThrows(InvalidInputException.class, () -> Dssl.create()
                .experiment(yaml, "output=" + folder.resolve("x"), "pretrain.data.limit=8")
                .run(ProgressListener.SILENT));
        assertTrue(refusal.getMessage().contains("Use method: pairwise, or other features."), refusal::getMessage);
    }
}
