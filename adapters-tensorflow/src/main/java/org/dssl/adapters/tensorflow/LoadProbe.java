package org.dssl.adapters.tensorflow;

import org.dssl.domain.problem.InvalidInputException;
import org.tensorflow.TensorFlow;

/**
 * Loads the native library and computes with it, in a process of its own: a library that does not suit the machine can end
 * the process that loads it. Prints what it finds, a {@code name value} on each line.
 */
final class LoadProbe {
    static final String VERSION = "dssl-version ";
    static final String GPU = "dssl-gpu ";
    static final String FAILURE = "dssl-failure ";

    private LoadProbe() {}

    public static void main(String[] arguments) {
        try {
            NativeLibrary.load();
            new TensorFlowBackend(1, Device.CPU).requireCpu();
            System.out.println(VERSION + TensorFlow.version());
            if (NativeLibrary.hasGpu()) {
                System.out.println(GPU + findsGpu());
            }
        } catch (RuntimeException | LinkageError e) {
            System.out.println(FAILURE + NativeLibrary.reason(e).replaceAll("\\s+", " "));
            System.exit(1);
        }
    }

    private static boolean findsGpu() {
        try {
            new TensorFlowBackend(1, Device.GPU).requireGpu();
            return true;
        } catch (InvalidInputException e) {
            return false;
        }
    }
}
