package io.ttquant.deploy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what another process brings about, which can only be asked for. */
final class Waiting {
    private Waiting() {}

    static void until(Duration atMost, String what, BooleanSupplier condition) {
        if (!within(atMost, condition)) {
            throw new AssertionError("no " + what + " within " + atMost);
        }
    }

    /** Whether it comes about. */
    static boolean within(Duration atMost, BooleanSupplier condition) {
        long end = System.nanoTime() + atMost.toNanos();
        CountDownLatch never = new CountDownLatch(1);
        try {
            while (!condition.getAsBoolean()) {
                if (System.nanoTime() - end > 0 || never.await(100, TimeUnit.MILLISECONDS)) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
