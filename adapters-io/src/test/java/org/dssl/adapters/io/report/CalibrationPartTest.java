package org.dssl.adapters.io.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.dssl.adapters.io.run.FileRunFolders;
import org.dssl.ports.run.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationPartTest {
    @TempDir
    Path folder;

    private List<CalibrationPart.Ensemble> of(java.util.function.Consumer<RunFolder> made) {
        try (RunFolder run = new FileRunFolders().open(folder.resolve("run"), MadeUpRun.CONFIG, false)) {
            made.accept(run);
            List<Parts.Variant> variants = run.variants().stream()
                    .map(name -> Parts.variant(run, name, List.of("K_VRH")))
                    .toList();
            return CalibrationPart.of(run, variants);
        }
    }

    @Test
    void allTestCrystalsAreScoredAsTheyAreAndRescaled() {
        CalibrationPart.Ensemble found =
                of(run -> MadeUpEnsembles.write(run, true)).get(0);
        assertEquals("pretrained K_VRH 5", found.variant() + " " + found.target() + " " + found.members());
        assertEquals(1.1 * found.mae(), found.memberMae(), 1e-12);
        assertEquals(2 * MadeUpEnsembles.CRYSTALS, found.raw().scores().crystals());
        // P(|Z| ≤ ½) and P(|Z| ≤ 1).
        assertEquals(0.383, found.raw().scores().within(), 0.04);
        assertEquals(0.683, found.rescaled().scores().within(), 0.04);
        assertEquals(41, found.raw().observed().size());
        assertEquals(1, found.raw().observed().get(40));
        assertEquals(0.5, found.rescaled().observed().get(20), 0.05);
        assertEquals(List.of(2.0, 2.0), found.factors());
    }

    @Test
    void withoutValidationPartsNothingIsRescaled() {
        CalibrationPart.Ensemble found =
                of(run -> MadeUpEnsembles.write(run, false)).get(0);
        assertNull(found.rescaled());
        assertEquals(List.of(), found.factors());
    }

    @Test
    void singleNetworksHaveNoSuchPart() {
        assertTrue(of(run -> new MadeUpRun(run).finetune(2, 3)).isEmpty());
    }
}
