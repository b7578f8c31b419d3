package io.ttquant.backtest.junit.conformance;

import io.ttquant.api.storage.RunEntry;
import io.ttquant.api.storage.RunWriter;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Entries that a storage makes, each of which says how many were made before it. */
final class CountedEntries {
    private static final int BYTES = 1_000;

    private final AtomicBoolean isMaking = new AtomicBoolean();
    private volatile boolean wereTwoAtOnce;
    private volatile int made;
    private int given;

    /** Gives more of them, some as large ones. */
    void give(RunWriter run, int count) {
        for (int i = 0; i < count; i++) {
            long number = given++;
            if (i % 2 == 0) {
                run.keepLater(() -> make(number));
            } else {
                run.keepLater(() -> make(number), BYTES);
            }
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate")
    private RunEntry make(long number) {
        wereTwoAtOnce |= !isMaking.compareAndSet(false, true);
        try {
            return StorageSamples.equity(number, Integer.toString(made++));
        } finally {
            isMaking.set(false);
        }
    }

    /** What was read is all of them as they had to be made. */
    void expectIn(List<RunEntry> read) {
        Expect.that(!wereTwoAtOnce, "two entries were made at once");
        Expect.equal(given, made, "how often an entry was asked for, where " + given + " were given,");
        Expect.equal(given, read.size(), "the number of entries that were read");
        for (int i = 0; i < given; i++) {
            Expect.equal(StorageSamples.equity(i, Integer.toString(i)), read.get(i), "entry " + i);
        }
    }
}
