package org.dssl.adapters.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dssl.ports.out.Finding;
import org.dssl.ports.out.Finding.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GpuCheckTest {
    private static final Optional<String> CARD = Optional.of("NVIDIA H200, 550.90, 143771 MiB");
    private static final List<String> NONE = List.of();

    @Test
    void withoutGpuAndWithoutItsNativesAllIsWell() {
        Finding finding =
                new GpuCheck(false, Optional.empty(), false, GpuCheck.LIBRARIES, NONE, Optional.empty()).finding();
        assertEquals(Level.OK, finding.level());
        assertTrue(finding.found().contains("-Pgpu"), finding.found());
    }

    @Test
    void aGpuThatTheBuildCannotUseIsAWarningThatNamesTheProfileAndWhatElseIsMissing() {
        Finding finding = new GpuCheck(false, CARD, true, List.of("libcudnn.so.9"), NONE, Optional.empty()).finding();
        assertEquals(Level.WARNING, finding.level());
        assertTrue(finding.advice().contains("-Pgpu") && finding.advice().contains("libcudnn.so.9"), finding.advice());
    }

    @Test
    void nativesWithoutDriverAreAProblem() {
        Finding finding = new GpuCheck(true, Optional.empty(), false, NONE, NONE, Optional.of(false)).finding();
        assertEquals(Level.PROBLEM, finding.level());
        assertTrue(finding.found().contains("libcuda.so.1") && finding.advice().contains("driver"));
    }

    @Test
    void missingLibrariesAreNamedWithTheFolderThatHasThem() {
        GpuCheck check = new GpuCheck(
                true, CARD, true, List.of("libcufft.so.11"), List.of("/opt/cuda/lib64"), Optional.of(false));
        assertEquals(
                Finding.problem(
                        "GPU",
                        CARD.get() + "; CUDA is incomplete",
                        "It lacks libcufft.so.11: put /opt/cuda/lib64 on LD_LIBRARY_PATH."),
                check.finding());
    }

    @Test
    void itIsWellOnlyIfTensorFlowComputedOnIt() {
        assertEquals(
                Level.OK,
                new GpuCheck(true, CARD, true, NONE, NONE, Optional.of(true))
                        .finding()
                        .level());
        assertEquals(
                Level.PROBLEM,
                new GpuCheck(true, CARD, true, NONE, NONE, Optional.of(false))
                        .finding()
                        .level());
    }

    @Test
    void librariesAreSearchedInTheLoadersListAndInFolders(@TempDir Path folder) throws IOException {
        Path searched = Files.createDirectory(folder.resolve("searched"));
        Path usual = Files.createDirectory(folder.resolve("usual"));
        Files.createFile(searched.resolve("libcufft.so.11"));
        Files.createFile(usual.resolve("libcudnn.so.9"));
        SharedLibraries libraries = new SharedLibraries(
                "\tlibcudart.so.12 (libc6,x86-64) => /usr/lib/libcudart.so.12\n", List.of(searched), List.of(usual));
        assertTrue(libraries.has("libcudart.so.12") && libraries.has("libcufft.so.11"));
        assertFalse(libraries.has("libcudart.so.1") || libraries.has("libcudnn.so.9"));
        assertEquals(List.of(usual.toString()), libraries.unsearched(List.of("libcudnn.so.9")));
    }
}
