package org.dssl.adapters.tensorflow;

import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails every test that leaves more native objects than it found: tensors, results of runs, sessions, as JavaCPP counts
 * them. Graphs it does not count; {@link NativeSession} closes each with its session. JUnit finds this class by its service
 * file, where the build switches that on.
 */
public final class NativeLeaks implements BeforeEachCallback, AfterEachCallback {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(NativeLeaks.class);
    private static final String BEFORE = "before";

    private static volatile String watched;

    /** The method of the test that is watched; null if the build does not switch this on. */
    public static String watched() {
        return watched;
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        watched = test.getRequiredTestMethod().getName();
        test.getStore(NAMESPACE).put(BEFORE, alive());
    }

    @Override
    public void afterEach(ExtensionContext test) {
        int before = test.getStore(NAMESPACE).get(BEFORE, Integer.class);
        int after = alive();
        if (after > before) {
            throw new AssertionError((after - before) + " native objects were not closed: " + before
                    + " before this test, " + after + " after it");
        }
    }

    private static int alive() {
        NativeLibrary.load();
        // The first of all leaves one small object that the process shares.
        Tensors.scalar(0f).close();
        return Math.toIntExact(Pointer.totalCount());
    }
}
