package org.dssl.it;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestTag;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Says at the end how many parity tests ran: a build without the reference values must not look like one with them. */
public final class ParityCount implements TestExecutionListener {
    private static final TestTag PARITY = TestTag.create("parity");

    private TestPlan plan;
    private long ran;
    private long skipped;

    @Override
    public synchronized void testPlanExecutionStarted(TestPlan started) {
        plan = started;
        ran = 0;
        skipped = 0;
    }

    @Override
    public synchronized void executionSkipped(TestIdentifier test, String reason) {
        skipped += parityTests(test);
    }

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
            skipped += parityTests(test);
        } else if (test.isTest() && isParity(test)) {
            ran++;
        }
    }

    @Override
    public synchronized void testPlanExecutionFinished(TestPlan finished) {
        System.out.println("parity: " + ran + " ran, " + skipped + " skipped");
    }

    /** The test itself, or those of a class that was left as a whole. */
    private long parityTests(TestIdentifier test) {
        if (test.isTest()) {
            return isParity(test) ? 1 : 0;
        }
        return plan.getDescendants(test).stream()
                .filter(TestIdentifier::isTest)
                .filter(ParityCount::isParity)
                .count();
    }

    private static boolean isParity(TestIdentifier test) {
        return test.getTags().contains(PARITY);
    }
}
