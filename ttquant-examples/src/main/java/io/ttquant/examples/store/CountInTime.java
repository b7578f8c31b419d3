package io.ttquant.examples.store;

/** Counts what happens at one time, from 0. */
final class CountInTime {
    private long nanos = Long.MIN_VALUE;
    private long number;

    long next(long at) {
        number = at == nanos ? number + 1 : 0;
        nanos = at;
        return number;
    }
}
