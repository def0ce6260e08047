package org.dssl.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dssl.adapters.io.run.FileRunFolders;
import org.dssl.app.Predictor;
import org.dssl.app.wiring.Dssl;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.Elements;
import org.dssl.domain.crystal.Lattice;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.ports.out.ProgressListener;
import org.dssl.ports.run.Prediction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code graph.features} through whole runs, on crystals of the CsCl type whose label is half the sum of their numbers. */
class FeaturesIT {
    private static final String FEATURES = "graph.features=[element,atomic-stiffness,block]";
    private static final String YAML =
            """
            encoder: { type: cgcnn, width: 8, layers: 1 }
            %s
            finetune:
              data: { source: crystals.jsonl, target: label }
              protocol: { type: holdout, repeats: 1, train: 0.5, validation: 0 }
              epochs: 3
              batch: 4
            compute: { threads: 2, backend: reference }
            """;

    private static final String PRETRAIN =
            """
            pretrain:
              data: { source: crystals.jsonl }
              epochs: 2
              batch: 8
              validation: 0
              tasks: { mask: on, atomic-stiffness: on }
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void writeCrystals() throws IOException {
        String lines = crystals().stream()
                .map(c -> String.format(
                        "{\"id\": \"%s\", \"cell\": [3, 3, 3, 90, 90, 90], \"elements\": [%s],"
                                + " \"frac\": [[0, 0, 0], [0.5, 0.5, 0.5]], \"label\": %s}",
                        c.id(),
                        IntStream.of(c.atomicNumbers())
                                .mapToObj(z -> '"' + Elements.symbol(z) + '"')
                                .collect(Collectors.joining(", ")),
                        c.number("label").orElseThrow()))
                .collect(Collectors.joining("\n"));
        Files.writeString(folder.resolve("crystals.jsonl"), lines);
    }

    /** Hydrogen and chlorine have no stiffness. */
    private static List<Crystal> crystals() {
        int[] numbers = {1, 3, 11, 13, 17, 22, 26, 28, 29, 58};
        return IntStream.range(0, numbers.length)
                .mapToObj(k -> new int[] {numbers[k], numbers[(k + 3) % numbers.length]})
                .map(pair -> new Crystal(
                        Elements.symbol(pair[0]) + Elements.symbol(pair[1]),
                        Lattice.ofParameters(3, 3, 3, 90, 90, 90),
                        pair,
                        new double[] {0, 0, 0, .5, .5, .5},
                        Map.of("label", Double.toString((pair[0] + pair[1]) / 2.0))))
                .toList();
    }

    private List<Prediction> run(String name, boolean pretrain, String... settings) throws IOException {
        Path yaml = Files.writeString(folder.resolve("features.yaml"), String.format(YAML, pretrain ? PRETRAIN : ""));
        String[] all = java.util.Arrays.copyOf(settings, settings.length + 1);
        all[settings.length] = "output=" + folder.resolve(name);
        Dssl.create().experiment(yaml, all).run(ProgressListener.SILENT);
        String variant = pretrain || String.join(" ", settings).contains("pretrained=") ? "pretrained" : "from-scratch";
        return new FileRunFolders().read(folder.resolve(name)).predictions(variant, "repeat-0");
    }

    private static void assertSame(List<Prediction> expected, List<Prediction> found, double relative) {
        assertEquals(
                expected.stream().map(Prediction::id).toList(),
                found.stream().map(Prediction::id).toList());
        for (int i = 0; i < expected.size(); i++) {
            double value = expected.get(i).value();
            assertEquals(value, found.get(i).value(), relative * (1 + Math.abs(value)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {FEATURES, "graph.features=[orbital-field]"})
    void backendAndQuotientDoNotChangeWhatIsLearned(String features) throws IOException {
        List<Prediction> reference = run("reference", false, features);
        assertSame(reference, run("full", false, features, "graph.quotient=off"), 1e-6);
        assertSame(reference, run("tensorflow", false, features, "compute.backend=tensorflow"), 1e-3);
        List<Prediction> element = run("element", false);
        assertTrue(
                Math.abs(element.get(0).value() - reference.get(0).value()) > 1e-3, "the properties are not ignored");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                FEATURES,
                "graph.features=[valence-electrons,electronegativity]",
                "graph.features=[element,orbital-field]"
            })
    void aRunPredictsWithTheFeaturesItLearnedWith(String features) throws IOException {
        List<Prediction> tested = run("run", true, features);
        List<String> ids = tested.stream().map(Prediction::id).toList();
        List<Crystal> again = ids.stream()
                .map(id -> crystals().stream()
                        .filter(c -> c.id().equals(id))
                        .findFirst()
                        .orElseThrow())
                .toList();
        try (Predictor predictor = Dssl.create().predictor(folder.resolve("run"))) {
            List<Predictor.Row> rows = predictor.predict(again).rows();
            assertEquals(tested.size(), rows.size());
            for (int i = 0; i < rows.size(); i++) {
                assertEquals(
                        tested.get(i).value(),
                        rows.get(i).mean()[0],
                        1e-5 * Math.abs(tested.get(i).value()));
            }
        }
    }

    @Test
    void weightsThatReadAnotherPropertyOfEqualWidthAreRefused() throws IOException {
        run("radius", true, "graph.features=[element,covalent-radius]");
        String from = "encoder.pretrained=" + folder.resolve("radius");
        InvalidInputException e = assertThrows(
                InvalidInputException.class,
                () -> run("other", false, "graph.features=[element,electronegativity]", from));
        assertEquals(
                "graph.features  are [element, electronegativity], but the pretrained weights of "
                        + folder.resolve("radius")
                        + " read [element, covalent-radius]. Give features: [element, covalent-radius], in this order, or"
                        + " start from other weights.",
                e.getMessage());
        assertEquals(
                5,
                run("same", false, "graph.features=[element,covalent-radius]", from)
                        .size());
    }
}
