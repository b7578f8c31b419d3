package io.ttquant.api.storage;

/**
 * How writing stands.
 *
 * @param queued how much was given and is not safely stored yet
 * @param oldestNanos how long the oldest of it has waited, nanoseconds; 0 if nothing waits
 * @param stored how much was stored since the storage was opened
 * @param repeated how much of it was known under its key already and left as it was
 * @param conflicts how much of that was given with another content than the one that is kept; above 0 is a fault of whoever writes
 * @param trouble why nothing is written at present, a sentence; empty if all is well
 */
public record StorageState(long queued, long oldestNanos, long stored, long repeated, long conflicts, String trouble) {}
