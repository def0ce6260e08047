package org.dssl.adapters.tensorflow;

import java.util.Locale;
import java.util.Optional;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.Program;
import org.dssl.domain.program.TrainingSession;
import org.dssl.ports.out.ModelBackend;
import org.tensorflow.DeviceSpec;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.proto.ConfigProto;

/**
 * Runs programs on TensorFlow. One program, one seed and one number of threads give the same bits on one machine and CPU;
 * on a GPU that needs {@code TF_DETERMINISTIC_OPS=1} in the environment.
 */
public final class TensorFlowBackend implements ModelBackend {
    /** Of the native library that the build brings; known without loading it. */
    static final String VERSION = "2.18";

    private final int threads;
    private final Device device;

    /**
     * @param threads that compute inside an operation; the first session of a process decides for all
     * @throws InvalidInputException if a GPU is asked for and the build has no natives for it
     */
    public TensorFlowBackend(int threads, Device device) {
        this.threads = threads;
        this.device = device;
        if (device == Device.GPU && !NativeLibrary.hasGpu()) {
            throw new InvalidInputException(
                    "compute.device",
                    "gpu needs TensorFlow's GPU natives, which this build"
                            + " lacks. Build with ./mvnw -Pgpu package (Linux, x86-64), or use device: cpu.");
        }
    }

    @Override
    public String id() {
        return "tensorflow";
    }

    @Override
    public String description() {
        String count = threads == 1 ? "1 thread" : threads + " threads";
        return "TensorFlow " + VERSION + " · " + device.name().toUpperCase(Locale.ROOT) + ", " + count;
    }

    @Override
    public Optional<String> notice() {
        return NativeLibrary.willUnpack()
                .map(folder -> "first use: TensorFlow's native library (650 MB) is unpacked to " + folder);
    }

    @Override
    public TrainingSession open(Program program, OptimiserOptions optimiser, long seed) {
        NativeLibrary.load();
        if (device == Device.GPU) {
            requireGpu();
        }
        return new TensorFlowSession(program, optimiser, seed, config());
    }

    /**
     * Left to itself, TensorFlow computes on the CPU when it finds no GPU.
     *
     * @throws InvalidInputException if there is none
     */
    void requireGpu() {
        try {
            computeOn(DeviceSpec.DeviceType.GPU);
        } catch (TensorFlowException | IllegalArgumentException e) {
            throw new InvalidInputException(
                    "compute.device",
                    "gpu: TensorFlow finds no GPU that it can use. It needs an NVIDIA GPU with its driver (nvidia-smi"
                            + " must list it) and the libraries of CUDA 12 and cuDNN 9 on the library path; or use"
                            + " device: cpu. dssl doctor tells which are missing.");
        }
    }

    /** @throws TensorFlowException if not even a number can be computed */
    void requireCpu() {
        computeOn(DeviceSpec.DeviceType.CPU);
    }

    private void computeOn(DeviceSpec.DeviceType type) {
        DeviceSpec first =
                DeviceSpec.newBuilder().deviceType(type).deviceIndex(0).build();
        try (NativeSession session = new NativeSession(config());
                Run run = session.run()) {
            run.target(session.operations().withDevice(first).constant(1f));
            run.execute();
        }
    }

    private ConfigProto config() {
        ConfigProto.Builder config = ConfigProto.newBuilder()
                .setIntraOpParallelismThreads(threads)
                .setInterOpParallelismThreads(Math.min(threads, 2));
        // Or every combination of fetches would place and optimise the whole graph again.
        config.getGraphOptionsBuilder().setPlacePrunedGraph(true);
        config.getGpuOptionsBuilder().setAllowGrowth(true);
        if (device == Device.CPU) {
            config.putDeviceCount("GPU", 0);
        }
        return config.build();
    }
}
