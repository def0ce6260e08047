package org.dssl.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.dssl.domain.train.MatbenchFolds;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every row that the shared data name is tested in the fold that Matbench tests it in. */
@Tag("parity")
class MatbenchFoldsIT {
    private static final Pattern ROW = Pattern.compile("\"id\":\\s*\"([^\"]+)\".*\"fold\":\\s*(\\d)");

    @ParameterizedTest
    @ValueSource(strings = {"jdft2d", "phonons", "dielectric", "elasticity"})
    void rowsAreInTheirOfficialFold(String set) throws IOException {
        List<String> ids = new ArrayList<>();
        List<String> folds = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(SharedData.file("data/" + set + "_dev.jsonl.gz"))),
                StandardCharsets.UTF_8))) {
            lines.lines().map(ROW::matcher).filter(Matcher::find).forEach(row -> {
                ids.add(row.group(1));
                folds.add(row.group(2));
            });
        }
        assertEquals(folds, MatbenchFolds.of(ids));
    }
}
