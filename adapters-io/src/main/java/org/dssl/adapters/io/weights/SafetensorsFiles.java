package org.dssl.adapters.io.weights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dssl.adapters.io.run.AtomicFiles;
import org.dssl.ports.out.WeightFiles;

/** Named arrays as safetensors. */
public final class SafetensorsFiles implements WeightFiles {
    /** What PyTorch's reader of the format asks for. */
    private static final Map<String, String> METADATA = Map.of("format", "pt");

    @Override
    public Map<String, Array> read(Path file) {
        Map<String, Array> arrays = new LinkedHashMap<>();
        try {
            Safetensors.read(file)
                    .tensors()
                    .forEach((name, tensor) -> arrays.put(name, new Array(tensor.shape(), tensor.values())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return arrays;
    }

    @Override
    public void write(Path file, Map<String, Array> arrays) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        arrays.forEach((name, array) -> tensors.put(name, new Tensor(array.shape(), array.values())));
        boolean fits = tensors.values().stream().allMatch(Tensor::fitsFloat);
        Safetensors content = new Safetensors(tensors, METADATA);
        AtomicFiles.write(file, out -> content.write(out, fits ? ElementType.F32 : ElementType.F64));
    }
}
