package org.dssl.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.dssl.adapters.io.run.FileRunFolders;
import org.dssl.app.Experiment;
import org.dssl.app.wiring.Dssl;
import org.dssl.domain.train.Statistics;
import org.dssl.ports.out.ProgressListener;
import org.dssl.ports.run.Prediction;
import org.dssl.ports.run.RunFolder;
import org.dssl.ports.run.RunSummary;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ensembles on TensorFlow, from a pretrained encoder. */
class EnsembleIT {
    private static final String[] TWO = {
        "finetune.ensemble=2",
        "finetune.protocol.folds=2",
        "finetune.epochs=2",
        "finetune.compare=[]",
        "pretrain.epochs=1"
    };

    @TempDir
    static Path folder;

    private static RunSummary summary;

    @BeforeAll
    static void runOnce() throws IOException {
        summary = SmallRun.experiment(folder, "two", TWO).run(ProgressListener.SILENT);
    }

    @Test
    void membersDifferAndPredictTheirMeanTogether() {
        try (RunFolder run = new FileRunFolders().read(folder.resolve("two"))) {
            List<Prediction> first = run.predictions("pretrained", "fold-0/member-0");
            List<Prediction> second = run.predictions("pretrained", "fold-0/member-1");
            List<Prediction> together = run.predictions("pretrained", "fold-0");
            assertEquals(45, together.size());
            for (int i = 0; i < together.size(); i++) {
                double[] both = {first.get(i).value(), second.get(i).value()};
                assertTrue(both[0] != both[1]);
                assertEquals(Statistics.mean(both), together.get(i).value());
                assertEquals(Statistics.sampleDeviation(both), together.get(i).uncertainty());
            }
        }
        assertEquals(2, summary.ensembles().get(0).members());
        assertTrue(summary.ensembles().get(0).memberMae()
                >= summary.variants().get(0).scores().get(0).mean());
    }

    @Test
    void aStoppedEnsembleContinuesToTheSameBytes() throws IOException {
        Experiment experiment = SmallRun.experiment(folder, "stopped", TWO);
        assertThrows(
                CancellationException.class,
                () -> experiment.run(new ProgressListener() {
                    @Override
                    public void moved(String in, String part, int epoch, int epochs, double done, String figures) {
                        if (part.contains("fold 2/2 · pretrained · member 2/2")) {
                            experiment.cancel();
                        }
                    }
                }));
        SmallRun.experiment(folder, "stopped", TWO).run(ProgressListener.SILENT);
        for (String part : List.of("fold-0", "fold-1", "fold-1/member-1")) {
            assertArrayEquals(
                    SmallRun.predictions(folder, "two", "pretrained", part),
                    SmallRun.predictions(folder, "stopped", "pretrained", part),
                    part);
        }
    }

    @Test
    void predictionsOfNewCrystalsHaveUncertaintyAndInterval() throws IOException {
        Path cif = Files.writeString(
                folder.resolve("nacl.cif"),
                """
                data_NaCl
                _cell_length_a 5.64
                _cell_length_b 5.64
                _cell_length_c 5.64
                _cell_angle_alpha 90
                _cell_angle_beta 90
                _cell_angle_gamma 90
                _symmetry_space_group_name_H-M 'P 1'
                loop_
                _atom_site_label
                _atom_site_fract_x
                _atom_site_fract_y
                _atom_site_fract_z
                Na1 0 0 0
                Cl1 0.5 0.5 0.5
                """);
        Path csv = folder.resolve("predictions.csv");
        Dssl.create().useCases().predict(folder.resolve("two"), List.of(cif), csv, ProgressListener.SILENT);
        List<String> lines = Files.readAllLines(csv);
        assertEquals("id,log10_K_VRH,spread,uncertainty,interval68,K_VRH,unit,note", lines.get(0));
        String[] cells = lines.get(1).split(",");
        assertTrue(Double.parseDouble(cells[3]) > 0 && Double.parseDouble(cells[4]) > 0, lines.get(1));
        assertEquals("GPa", cells[6]);
    }
}
