package org.dssl.it;

import static org.dssl.domain.testing.TensorAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dssl.adapters.io.weights.SafetensorsFiles;
import org.dssl.app.Predictor;
import org.dssl.app.UseCases;
import org.dssl.app.weights.ImportSettings;
import org.dssl.app.weights.Moved;
import org.dssl.app.wiring.Dssl;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.testing.TensorAssertions.Tolerance;
import org.dssl.ports.out.ProgressListener;
import org.dssl.ports.out.WeightFiles.Array;
import org.dssl.ports.run.RunSummary;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Weights of the released Python code come in, work, and go out again unchanged. */
@Tag("parity")
class WeightsIT {
    private static final String TUNED = "reference/deeper_gatgnn_finetune.safetensors";
    private static final String PRETRAINED = "reference/deeper_gatgnn_pretrain.safetensors";
    /** Lines of the crystals' file, from 1, that the reference predicted. */
    private static final int[] BATCH = {1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 10, 18};

    private final SafetensorsFiles files = new SafetensorsFiles();
    private final UseCases useCases = Dssl.create().useCases();

    @TempDir
    private Path folder;

    /** The arrays of a state dictionary that a file of reference values holds, as a file of its own. */
    private Path state(String file, String wrapper) {
        Map<String, Array> arrays = new LinkedHashMap<>();
        files.read(SharedData.file(file)).forEach((name, array) -> {
            if (name.startsWith("weights/")) {
                arrays.put(wrapper + name.substring("weights/".length()), array);
            }
        });
        return written("state.safetensors", arrays);
    }

    private Path written(String name, Map<String, Array> arrays) {
        Path file = folder.resolve(name);
        files.write(file, arrays);
        return file;
    }

    private Moved imported(Path state, double... lengths) {
        return useCases.importWeights(new ImportSettings(
                state,
                "deeper-gatgnn",
                folder.resolve("imported"),
                lengths.length == 0 ? Optional.empty() : Optional.of(lengths),
                List.of()));
    }

    @Test
    void anImportedModelPredictsWhatTheReferenceDid() throws IOException {
        JsonNode meta = new ObjectMapper()
                .readTree(SharedData.file("reference/graphs.meta.json").toFile());
        imported(
                state(TUNED, ""),
                meta.get("distance_min").asDouble(),
                meta.get("distance_max").asDouble());
        List<Crystal> all = SharedData.referenceCrystals();
        List<Crystal> crystals = new ArrayList<>();
        for (int line : BATCH) {
            crystals.add(all.get(line - 1));
        }
        double[] expected = new ReferenceArrays(SharedData.file(TUNED))
                .get("eval/prediction")
                .values();
        try (Predictor predictor = Dssl.create().predictor(folder.resolve("imported"))) {
            assertEquals("property", predictor.targets().get(0).column());
            double[] predicted = predictor.predict(crystals).rows().stream()
                    .mapToDouble(row -> row.mean()[0])
                    .toArray();
            assertClose(expected, predicted, new Tolerance(1e-5, 1e-6), "predictions");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "deeper_gatgnn_finetune, deeper-gatgnn, finetune/pretrained/imported/model, 0 7.5",
        "deeper_gatgnn_pretrain, deeper-gatgnn, pretrain/encoder,",
        "alignn, alignn, finetune/pretrained/imported/model,",
        "cgcnn, cgcnn, finetune/pretrained/imported/model,"
    })
    void exportingGivesEveryUsedArrayBackToTheBit(String file, String encoder, String model, String lengths) {
        Path state = state("reference/" + file + ".safetensors", "");
        Path run = folder.resolve("run");
        Optional<double[]> range = Optional.ofNullable(lengths).map(text -> Arrays.stream(text.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray());
        Moved in = useCases.importWeights(new ImportSettings(state, encoder, run, range, List.of()));
        Path back = folder.resolve("back.safetensors");
        Moved out = useCases.exportWeights(run, Optional.of(model), back);
        assertEquals(List.of(), out.notes());
        Map<String, Array> before = files.read(state);
        Map<String, Array> after = files.read(back);
        before.forEach((name, array) -> {
            if (!in.left().contains(name)) {
                assertArrayEquals(array.shape(), after.get(name).shape(), name);
                assertArrayEquals(array.values(), after.get(name).values(), name);
            } else if (!name.startsWith("head.")) {
                assertArrayEquals(array.shape(), after.get(name).shape(), "filled: " + name);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"alignn", "cgcnn"})
    void importedHeadsPredict(String encoder) {
        Path run = folder.resolve("run");
        Path state = state("reference/" + encoder + ".safetensors", "");
        useCases.importWeights(new ImportSettings(state, encoder, run, Optional.empty(), List.of("E")));
        try (Predictor predictor = Dssl.create().predictor(run)) {
            Crystal crystal = SharedData.referenceCrystals().get(0);
            assertTrue(Double.isFinite(
                    predictor.predict(List.of(crystal)).rows().get(0).mean()[0]));
        }
    }

    @Test
    void anotherEncodersDictionaryIsRecognised() {
        Path state = state("reference/cgcnn.safetensors", "");
        InvalidInputException wrong = assertThrows(InvalidInputException.class, () -> imported(state));
        assertTrue(wrong.getMessage().contains("Use --encoder cgcnn"), wrong.getMessage());
    }

    @Test
    void wrappedNamesAreTheSameWeights() {
        Moved moved = imported(state(PRETRAINED, "module."));
        assertEquals(46, moved.arrays());
        assertTrue(
                moved.left().contains("global_att_LAYER.bn_list.0.lin.weight"),
                moved.left().toString());
        assertTrue(moved.left().contains("head.mask.weight"), moved.left().toString());
    }

    @Test
    void fineTuningContinuesFromTheImportedEncoder() throws IOException {
        imported(state(PRETRAINED, ""));
        Path yaml = folder.resolve("imported/finetune.yaml");
        String[] small = {
            "finetune.data.source=builtin:elastic-binaries",
            "finetune.data.limit=40",
            "finetune.data.target={column: K_VRH, transform: log10}",
            "finetune.protocol={type: holdout, repeats: 1, validation: 0}",
            "finetune.compare=[from-scratch]",
            "finetune.rate=1e-9",
            "finetune.epochs=1",
            "output=" + folder.resolve("run")
        };
        RunSummary summary = Dssl.create().experiment(yaml, small).run(ProgressListener.SILENT);
        assertEquals(
                List.of("pretrained", "from-scratch"),
                summary.variants().stream().map(RunSummary.Variant::name).toList());
        Map<String, Array> tuned = files.read(folder.resolve("run/finetune/pretrained/repeat-0/model.safetensors"));
        Map<String, Array> imported = files.read(folder.resolve("imported/pretrain/encoder.safetensors"));
        assertClose(
                imported.get("encoder/layer-1.attention.weight").values(),
                tuned.get("encoder/layer-1.attention.weight").values(),
                new Tolerance(1e-6, 1e-6),
                "a rate of nearly nothing leaves the imported weights");
    }

    @Test
    void everythingThatDoesNotFitIsNamedWithItsShape() {
        Map<String, Array> arrays = new LinkedHashMap<>(files.read(state(PRETRAINED, "")));
        arrays.put("conv_list.1.bias", new Array(new int[] {17}, new double[17]));
        arrays.remove("bn_list.2.norm.running_var");
        arrays.put("conv_list.0.biass", new Array(new int[] {16}, new double[16]));
        Path broken = written("broken.safetensors", arrays);
        InvalidInputException wrong = assertThrows(InvalidInputException.class, () -> imported(broken));
        List<String> messages =
                wrong.problems().stream().map(problem -> problem.message()).toList();
        assertEquals(
                List.of(
                        "conv_list.1.bias is (17); expected (16)",
                        "lacks bn_list.2.norm.running_var (160)",
                        "conv_list.0.biass (16) has no place in this network. Did you mean conv_list.0.bias?"),
                messages);
        assertTrue(!Files.exists(folder.resolve("imported")), "nothing is written");
    }
}
