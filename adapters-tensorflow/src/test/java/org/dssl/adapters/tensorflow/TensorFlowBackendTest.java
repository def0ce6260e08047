package org.dssl.adapters.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import org.bytedeco.javacpp.Loader;
import org.dssl.domain.problem.InvalidInputException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.tensorflow.TensorFlow;

class TensorFlowBackendTest {

    @Test
    void describesItselfInOneLine() {
        assertEquals("TensorFlow 2.18 · CPU, 2 threads", new TensorFlowBackend(2, Device.CPU).description());
        assertEquals("TensorFlow 2.18 · CPU, 1 thread", new TensorFlowBackend(1, Device.CPU).description());
        assertEquals("tensorflow", new TensorFlowBackend(1, Device.CPU).id());
    }

    @Test
    void theVersionIsThatOfTheNativeLibrary() {
        NativeLibrary.load();
        assertTrue(TensorFlow.version().startsWith(TensorFlowBackend.VERSION + "."), TensorFlow.version());
    }

    @Test
    void aGpuWithoutItsNativesIsRefusedWithWhatToDo() {
        Assumptions.assumeFalse(NativeLibrary.hasGpu(), "this build has the GPU natives");
        String message = assertThrows(InvalidInputException.class, () -> new TensorFlowBackend(2, Device.GPU))
                .getMessage();
        assertTrue(message.contains("compute.device") && message.contains("-Pgpu"), message);
    }

    @Test
    void aMissingGpuIsRefusedWithWhatToDo() {
        Assumptions.assumeFalse(NativeLibrary.hasGpu(), "this build may find a GPU");
        NativeLibrary.load();
        TensorFlowBackend backend = new TensorFlowBackend(2, Device.CPU);
        String message =
                assertThrows(InvalidInputException.class, backend::requireGpu).getMessage();
        assertTrue(message.contains("nvidia-smi") && message.contains("device: cpu"), message);
    }

    @Test
    void theLibraryIsUnpackedWhereWillUnpackLooks() throws Exception {
        NativeLibrary.load();
        assertTrue(NativeLibrary.willUnpack().isEmpty());
        assertTrue(Files.exists(NativeLibrary.unpacked(Loader.getCacheDir().toPath(), NativeLibrary.resource())));
    }
}
