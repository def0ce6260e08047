package org.dssl.adapters.tensorflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dssl.ports.out.Finding;

/**
 * NVIDIA's GPU, its driver, CUDA's libraries, and whether the build can use them.
 *
 * @param natives whether the build has TensorFlow's library for GPUs
 * @param cards what nvidia-smi lists, a line each: name, driver, memory; empty if it does not run
 * @param driver whether the driver's library is there
 * @param missing of CUDA's libraries
 * @param elsewhere folders that hold a missing one, but are not searched
 * @param found whether TensorFlow computed on a GPU, if it was tried
 */
record GpuCheck(
        boolean natives,
        Optional<String> cards,
        boolean driver,
        List<String> missing,
        List<String> elsewhere,
        Optional<Boolean> found) {
    private static final String SUBJECT = "GPU";
    private static final String BUILD = "DSSL_MAVEN_OPTIONS=-Pgpu ./dssl … (Linux, x86-64)";
    static final String DRIVER = "libcuda.so.1";
    /** What TensorFlow 2.18 opens before it computes on a GPU. */
    static final List<String> LIBRARIES = List.of(
            "libcudart.so.12",
            "libcublas.so.12",
            "libcublasLt.so.12",
            "libcufft.so.11",
            "libcusolver.so.11",
            "libcusparse.so.12",
            "libcudnn.so.9");

    static GpuCheck ofThisMachine(Optional<Boolean> found) {
        SharedLibraries libraries = SharedLibraries.ofThisMachine();
        Command.Ended smi = Command.run(
                List.of("nvidia-smi", "--query-gpu=name,driver_version,memory.total", "--format=csv,noheader"),
                Map.of(),
                20);
        List<String> missing =
                LIBRARIES.stream().filter(name -> !libraries.has(name)).toList();
        return new GpuCheck(
                NativeLibrary.hasGpu(),
                smi.well() ? Optional.of(smi.text().strip().replaceAll("\\R", "; ")) : Optional.empty(),
                libraries.has(DRIVER),
                missing,
                libraries.unsearched(missing),
                found);
    }

    Finding finding() {
        if (!natives) {
            return cards.map(names -> Finding.warning(
                            SUBJECT,
                            names + "; this build does not use it",
                            "Build with TensorFlow's library for GPUs, " + BUILD + ", and set compute: { device: gpu }."
                                    + libraries()))
                    .orElse(Finding.ok(
                            SUBJECT,
                            "none; this build computes on the CPU. A GPU takes NVIDIA's driver, CUDA 12, cuDNN 9 and "
                                    + BUILD));
        }
        if (!driver && cards.isEmpty()) {
            return Finding.problem(
                    SUBJECT,
                    "this build has the library for GPUs, but there is no driver: " + DRIVER
                            + " is not found, nvidia-smi does not run",
                    "Install NVIDIA's driver; start a container with --gpus all; or set compute: { device: cpu }.");
        }
        String name = cards.orElse("a driver without nvidia-smi");
        if (!missing.isEmpty()) {
            return Finding.problem(
                    SUBJECT, name + "; CUDA is incomplete", libraries().strip());
        }
        return found.orElse(false)
                ? Finding.ok(SUBJECT, name + "; TensorFlow computes on it")
                : Finding.problem(
                        SUBJECT,
                        name + "; driver and CUDA are there, but TensorFlow did not compute on it",
                        "TF_CPP_MIN_LOG_LEVEL=0 dssl run … shows what TensorFlow says; the driver may be older than CUDA"
                                + " 12 needs (525).");
    }

    private String libraries() {
        if (missing.isEmpty()) {
            return "";
        }
        String lacks = " It lacks " + String.join(", ", missing) + ": ";
        return elsewhere.isEmpty()
                ? lacks + "install CUDA 12 and cuDNN 9, or put their folders on LD_LIBRARY_PATH."
                : lacks + "put " + String.join(":", elsewhere) + " on LD_LIBRARY_PATH.";
    }
}
