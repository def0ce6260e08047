package org.dssl.adapters.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.dssl.ports.out.Finding;
import org.dssl.ports.out.Finding.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CpuCheckTest {

    @ParameterizedTest
    @CsvSource({
        "fpu sse4_2 avx avx2 fma avx512f, OK, 'Some CPU; TensorFlow uses AVX2, FMA, AVX-512'",
        "fpu sse4_2 avx avx2 fma, OK, 'Some CPU; TensorFlow uses AVX2, FMA'",
        "fpu sse4_2 avx, WARNING, 'no AVX2 and no FMA'",
        "fpu sse4_2 avx avx2, WARNING, 'it has no FMA:'",
        "fpu sse4_2, PROBLEM, 'no AVX, which TensorFlow is compiled for'"
    })
    void onX86AvxIsNeededAndTheRestIsSpeed(String flags, Level level, String words) {
        String cpuinfo = "processor\t: 0\nmodel name\t: Some CPU\nflags\t\t: " + flags + "\nbugs\t\t: none\n";
        Finding finding = CpuCheck.ofLinux("amd64", cpuinfo).finding();
        assertEquals(level, finding.level(), finding.toString());
        assertTrue(finding.found().contains(words), finding.found());
    }

    @Test
    void armIsReadToo() {
        Finding finding = CpuCheck.ofLinux("aarch64", "processor\t: 0\nFeatures\t: fp asimd sve bf16\n")
                .finding();
        assertEquals(Level.OK, finding.level());
        assertTrue(finding.found().endsWith("× aarch64; TensorFlow uses ASIMD, SVE, BF16"), finding.found());
    }

    @Test
    void aMacsSysctlIsReadToo() {
        String sysctl =
                """
                machdep.cpu.brand_string: Apple M2
                hw.optional.arm.FEAT_BF16: 1
                hw.optional.arm.FEAT_SME: 0
                hw.optional.neon: 1
                """;
        Finding finding = CpuCheck.ofMac("aarch64", sysctl).finding();
        assertTrue(finding.found().endsWith("× Apple M2; TensorFlow uses ASIMD, BF16"), finding.found());
        String intel = "hw.optional.avx1_0: 1\nhw.optional.avx2_0: 0\nhw.optional.fma: 1\n";
        assertEquals(Level.WARNING, CpuCheck.ofMac("x86_64", intel).finding().level());
    }

    @Test
    void whatASystemDoesNotTellIsUnknown() {
        Finding finding = new CpuCheck("amd64", Optional.empty(), Optional.empty()).finding();
        assertEquals(Level.OK, finding.level());
        assertTrue(finding.found().contains("unknown"), finding.found());
    }
}
