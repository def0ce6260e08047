package org.dssl.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.dssl.adapters.tensorflow.NativeLeaks;
import org.junit.jupiter.api.Test;

/** Without the build's switch no integration test would be watched, and none would fail for it. */
class NativeLeaksIT {
    @Test
    void integrationTestsAreWatchedForNativeObjectsThatStayOpen() {
        assertEquals("integrationTestsAreWatchedForNativeObjectsThatStayOpen", NativeLeaks.watched());
    }
}
