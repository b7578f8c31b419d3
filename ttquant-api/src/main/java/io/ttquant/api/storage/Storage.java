package io.ttquant.api.storage;

import java.time.Duration;

/**
 * An open storage. Writers return at once: what is given is queued, and written in batches on the storage's own thread, in the order given. While the store is
 * slow or gone it is kept, and written once the store is there again: nothing is lost, nothing is doubled.
 */
public interface Storage extends AutoCloseable {
    /**
     * Where market data goes. For one thread at a time.
     *
     * @throws UnsupportedOperationException without {@link StorageCapability#MARKET_DATA}
     */
    MarketWriter market();

    /**
     * Where what a run does goes: a new run, or one that goes on, under the id that it had. For one thread at a time.
     *
     * @throws UnsupportedOperationException without {@link StorageCapability#RUNS}
     * @throws IllegalArgumentException if a run of this id is known and was of another kind or began at another time
     * @throws IllegalStateException if another storage has the run, see {@link #claim}
     */
    RunWriter run(RunRecord run);

    /**
     * Keeps a run for this storage alone until it is closed, or its process ends: two engines that went on with one run would each take what the other holds for its
     * own. {@link #run} does it too; whoever reads how a run stood before he goes on with it claims it first. To claim again does nothing. A storage without {@link
     * StorageCapability#EXCLUSIVE_RUNS} does nothing either, which is the default.
     *
     * @param run its id
     * @throws IllegalStateException if another storage has it, of this process or of another, or has entries of it that an earlier one left and that are not written yet
     */
    default void claim(String run) {}

    /** What was kept. Readers see whole batches, each a beginning of what was given, and never wait for writers. */
    StorageReader read();

    /** How writing stands. Safe from any thread. */
    StorageState state();

    /** The figures behind {@link #state()}, for metrics; what a storage does not count is 0. */
    default StorageMeter meter() {
        return this::state;
    }

    /**
     * Waits until the queues are at most half full. For what could give faster than any store takes, such as an import; never on an engine's thread that trades.
     *
     * @return false if that did not happen within the time
     */
    default boolean awaitRoom(Duration atMost) {
        return true;
    }

    /**
     * Waits until all that was given before this call is safely in the store. Never call it on an engine's thread.
     *
     * @return false if that did not happen within the time
     */
    boolean flush(Duration atMost);

    /** Writes out what is queued, then closes; what cannot be written stays for the next time that the store is opened. Closing again does nothing. */
    @Override
    void close();
}
