package io.ttquant.core.storage.write;

import io.ttquant.core.counter.Durations;
import java.util.concurrent.atomic.AtomicLong;

/** What the writer counts. May be read by any thread. */
final class Counters {
    /** What the database has, of that given and of that recovered. */
    final AtomicLong done = new AtomicLong();

    final AtomicLong recovered = new AtomicLong();
    final AtomicLong stored = new AtomicLong();
    final AtomicLong repeated = new AtomicLong();
    final AtomicLong conflicts = new AtomicLong();
    final AtomicLong batches = new AtomicLong();
    final AtomicLong lastBatch = new AtomicLong();
    final AtomicLong writeNanos = new AtomicLong();
    /** Written by the thread that writes batches only. */
    final Durations writeTimes = new Durations();

    final AtomicLong longestNanos = new AtomicLong();
    final AtomicLong errors = new AtomicLong();
    final AtomicLong unknown = new AtomicLong();
    final AtomicLong connections = new AtomicLong();
    final AtomicLong spoolErrors = new AtomicLong();
    final AtomicLong spooled = new AtomicLong();
    volatile long writingSinceNanos;
    volatile boolean writing;
    volatile long collectingSinceMillis = Long.MAX_VALUE;
}
