package io.ttquant.core.storage.write;

/**
 * How a writer queues, batches and spools.
 *
 * @param queueTicks room for ticks in the queue
 * @param queueEntries room for other entries in the queue
 * @param batch how many entries are written in one transaction at most
 * @param lingerMillis how long an entry waits for others at most, when the database has nothing else to do
 * @param memory how many entries may wait in memory behind the queue
 * @param memoryBytes about how much memory they may take, bytes
 * @param spoolAfterMillis how old an entry gets in memory before it is put into the spool
 * @param closeMillis how long closing waits for the database
 */
public record WriterSettings(
        int queueTicks,
        int queueEntries,
        int batch,
        long lingerMillis,
        long memory,
        long memoryBytes,
        long spoolAfterMillis,
        long closeMillis) {
    /** What is good for most. */
    public static final WriterSettings DEFAULT =
            new WriterSettings(50_000, 200_000, 20_000, 20, 400_000, 256L << 20, 1_000, 10_000);

    private static final long LARGEST_BATCH_BYTES = 32L << 20;
    private static final int BATCHES_IN_MEMORY = 8;
    private static final int BATCHES_KEPT = 3;
    private static final int QUEUE_OF_MEMORY = 4;

    /** How much memory the rows of one transaction take at most, bytes, about: several fit into the memory, since some are kept there though the spool has them. */
    long batchBytes() {
        return Math.min(LARGEST_BATCH_BYTES, memoryBytes / BATCHES_IN_MEMORY);
    }

    /** How much memory batches may take that the spool has too, bytes, about; below half, from which on the memory counts as filling up. */
    long keptBytes() {
        return memoryBytes * BATCHES_KEPT / BATCHES_IN_MEMORY;
    }

    /** How much memory large entries, such as order books, may take in the queue, bytes, about; small ones are bounded by their number. */
    long queueBytes() {
        return memoryBytes / QUEUE_OF_MEMORY;
    }
}
