package org.dssl.adapters.io.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.dssl.adapters.io.weights.ElementType;
import org.dssl.adapters.io.weights.Safetensors;
import org.dssl.adapters.io.weights.Tensor;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.problem.Problem;
import org.dssl.domain.program.ModelState;
import org.dssl.domain.program.NamedArray;
import org.dssl.ports.run.RunFolder.SavedModel;

/**
 * Saved models. {@code <name>.safetensors} has the weights under their names, for anyone to read. To go on training,
 * {@code <name>.state.safetensors} has everything, the weights once more: since one file holds all that belongs together
 * and appears at once, no kill can leave halves of two saves. The state before stays beside it, for the day that the
 * last one is damaged: each has a checksum.
 */
final class ModelFiles {
    private static final String WEIGHTS = "weights/";
    private static final String FIRST = "first-moments/";
    private static final String SECOND = "second-moments/";
    private static final String STEP = "step";
    private static final String STATISTICS = "statistics";
    private static final String EXTRA = "extra";
    private static final String FORMAT = "format";
    private static final String THIS_FORMAT = "1";

    private ModelFiles() {}

    /** @param stem path without extension */
    static void save(Path stem, ModelState state, Map<String, Object> extra, boolean weightsOnly) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(FORMAT, THIS_FORMAT);
        facts.put(STATISTICS, Json.text(Map.of(STATISTICS, statistics(state))));
        facts.put(EXTRA, Json.sortedText(extra));
        Map<String, Tensor> weights = new LinkedHashMap<>();
        state.weights().forEach((name, array) -> weights.put(name, new Tensor(array.shape(), array.values())));
        if (!weightsOnly) {
            Map<String, String> withStep = new LinkedHashMap<>(facts);
            withStep.put(STEP, Long.toString(state.step()));
            keepPrevious(stem);
            write(stateFile(stem), new Safetensors(everything(state, weights), withStep));
        }
        write(weightsFile(stem), new Safetensors(weights, facts));
        if (weightsOnly) {
            // Until here an earlier state would still be loaded, whole.
            delete(previousFile(stem));
            delete(stateFile(stem));
        }
    }

    /** A kill between this and the next writing leaves the state before to be loaded. */
    private static void keepPrevious(Path stem) {
        if (Files.exists(stateFile(stem))) {
            AtomicFiles.replace(stateFile(stem), previousFile(stem));
        }
    }

    static Optional<SavedModel> load(Path stem) {
        Path state = stateFile(stem);
        Path previous = previousFile(stem);
        if (Files.exists(state)) {
            try {
                return Optional.of(load(state, true, Optional.empty()));
            } catch (InvalidInputException e) {
                if (!Files.exists(previous)) {
                    throw e;
                }
                return Optional.of(load(previous, true, Optional.of(insteadOf(e))));
            }
        }
        if (Files.exists(previous)) {
            return Optional.of(load(previous, true, Optional.empty()));
        }
        Path weights = weightsFile(stem);
        return Files.exists(weights) ? Optional.of(load(weights, false, Optional.empty())) : Optional.empty();
    }

    private static String insteadOf(InvalidInputException damage) {
        Problem problem = damage.problems().get(0);
        return problem.place() + " is damaged; going on from the checkpoint before it. (" + problem.message() + ")";
    }

    /** @param whole whether the file has the optimiser's state, too */
    private static SavedModel load(Path file, boolean whole, Optional<String> notice) {
        Safetensors content = read(file);
        String format = content.metadata().getOrDefault(FORMAT, THIS_FORMAT);
        if (!format.equals(THIS_FORMAT)) {
            throw new InvalidInputException(
                    file.toString(),
                    "has format " + format + "; this version of dssl reads " + THIS_FORMAT
                            + ". It was written by a newer one: use that.");
        }
        try {
            return saved(content, whole, notice);
        } catch (JsonProcessingException | RuntimeException e) {
            throw new InvalidInputException(
                    file.toString(), "was not saved by dssl, or is damaged: its metadata cannot be understood.");
        }
    }

    private static Safetensors read(Path file) {
        try {
            Safetensors content = Safetensors.read(file);
            Checksum.require(content, file);
            return content;
        } catch (InvalidInputException e) {
            throw new InvalidInputException(
                    file.toString(),
                    e.problems().get(0).message() + ". Delete " + unit(file) + " to compute again what it held.");
        } catch (IOException e) {
            throw new InvalidInputException(file.toString(), "cannot be read: " + e.getMessage());
        }
    }

    /** What must go together: a training that lost one of its checkpoints' files must not go on with the others. */
    private static String unit(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder.endsWith("checkpoints") ? "the folder " + file.getParent() : "the file";
    }

    private static SavedModel saved(Safetensors file, boolean whole, Optional<String> notice)
            throws JsonProcessingException {
        List<?> statistics =
                (List<?>) Json.facts(file.metadata().get(STATISTICS)).get(STATISTICS);
        Map<String, NamedArray> weights = new LinkedHashMap<>();
        Map<String, double[]> first = new LinkedHashMap<>();
        Map<String, double[]> second = new LinkedHashMap<>();
        BiConsumer<String, Tensor> weight = (name, tensor) ->
                weights.put(name, new NamedArray(name, !statistics.contains(name), tensor.shape(), tensor.values()));
        file.tensors().forEach((name, tensor) -> {
            if (!whole) {
                weight.accept(name, tensor);
            } else if (name.startsWith(WEIGHTS)) {
                weight.accept(name.substring(WEIGHTS.length()), tensor);
            } else if (name.startsWith(FIRST)) {
                first.put(name.substring(FIRST.length()), tensor.values());
            } else {
                second.put(name.substring(SECOND.length()), tensor.values());
            }
        });
        long step = whole ? Long.parseLong(file.metadata().get(STEP)) : 0;
        return new SavedModel(
                new ModelState(weights, first, second, step),
                Json.facts(file.metadata().get(EXTRA)),
                notice);
    }

    private static Map<String, Tensor> everything(ModelState state, Map<String, Tensor> weights) {
        Map<String, Tensor> all = new LinkedHashMap<>();
        weights.forEach((name, tensor) -> all.put(WEIGHTS + name, tensor));
        state.firstMoments().forEach((name, values) -> all.put(FIRST + name, moments(values, weights.get(name))));
        state.secondMoments().forEach((name, values) -> all.put(SECOND + name, moments(values, weights.get(name))));
        return all;
    }

    private static Tensor moments(double[] values, Tensor weight) {
        return new Tensor(weight == null ? new int[] {values.length} : weight.shape(), values);
    }

    private static List<String> statistics(ModelState state) {
        return state.weights().entrySet().stream()
                .filter(weight -> !weight.getValue().trained())
                .map(Map.Entry::getKey)
                .collect(Collectors.toList());
    }

    /** As float32 where that loses nothing: a backend that computes in double goes on from where it was, too. */
    private static void write(Path file, Safetensors content) {
        boolean fits = content.tensors().values().stream().allMatch(Tensor::fitsFloat);
        Safetensors signed = Checksum.added(content);
        AtomicFiles.write(file, out -> signed.write(out, fits ? ElementType.F32 : ElementType.F64));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be deleted: " + e.getMessage(), e);
        }
    }

    private static Path weightsFile(Path stem) {
        return stem.resolveSibling(stem.getFileName() + ".safetensors");
    }

    private static Path previousFile(Path stem) {
        return stem.resolveSibling(stem.getFileName() + ".previous.state.safetensors");
    }

    private static Path stateFile(Path stem) {
        return stem.resolveSibling(stem.getFileName() + ".state.safetensors");
    }
}
