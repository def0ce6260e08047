package org.dssl.app.matbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficialFoldsTest {

    /** Hashes of the folds in matbench_v0.1_validation.json of Matbench 0.6, a digit for each crystal in order. */
    @ParameterizedTest
    @CsvSource({
        "matbench_dielectric, 7fbf592e4f139856ba8a6ef06013a19f47e81f9fffb16342fb600f0c24fe62d9",
        "matbench_jdft2d,     03ec543afe8d7fdbf64f36523b1efe396747743ae76680c30e6b45a2511967d7",
        "matbench_log_gvrh,   7a93b631e4463c0eb900927db3e0fc6d2bf4a7e3b96b88c22c1d8a88592b421c",
        "matbench_log_kvrh,   7a93b631e4463c0eb900927db3e0fc6d2bf4a7e3b96b88c22c1d8a88592b421c",
        "matbench_mp_e_form,  fe55c6f44e403c7a45ef10c1bca07c43fe559e51b498e7e8723025c698eade7b",
        "matbench_mp_gap,     8758f86287ff00e3940307b7c2ec88d002369dd3bddcc6258d696a39ab9f3551",
        "matbench_perovskites,877a1be87db5005cbd3bf3ef19dd8805a2466308d1d02a8a12e63f1531a1a5c4",
        "matbench_phonons,    6014fe3d571b26b93b7d3b95a46468bd4c1b4d94a45ab04169eef3b72df509c6"
    })
    void theFoldsAreThoseOfMatbenchsFile(String task, String sha256) throws NoSuchAlgorithmException {
        String digits = Arrays.stream(OfficialFolds.of(MatbenchTask.named(task).samples()))
                .mapToObj(Integer::toString)
                .collect(Collectors.joining());
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(digits.getBytes(StandardCharsets.US_ASCII));
        assertEquals(sha256, HexFormat.of().formatHex(hash));
    }

    @Test
    void theTwisterIsTheReferenceOne() {
        // The 1st and the 10,000th number of Matsumoto and Nishimura's generator with its default seed; NumPy gives the
        // same.
        MersenneTwister random = new MersenneTwister(5489);
        assertEquals(3_499_211_612L, Integer.toUnsignedLong(random.bits()));
        for (int i = 1; i < 9_999; i++) {
            random.bits();
        }
        assertEquals(4_123_659_995L, Integer.toUnsignedLong(random.bits()));
    }
}
