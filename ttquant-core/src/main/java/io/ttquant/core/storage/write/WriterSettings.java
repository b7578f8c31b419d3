package io.ttquant.core.storage.write;

/**
 * How a writer queues, batches and spools.
 *
 * @param queueTicks room for ticks in the queue
 * @param queueEntries room for other entries in the queue
 * @param batch how many entries are written in one transaction at most
 * @param lingerMillis how long an entry waits for others at most, when the database has nothing else to do
 * @param memory how many entries may wait in memory behind the queue
 * @param spoolAfterMillis how old an entry gets in memory before it is put into the spool
 * @param closeMillis how long closing waits for the database
 */
public record WriterSettings(
        int queueTicks,
        int queueEntries,
        int batch,
        long lingerMillis,
        long memory,
        long spoolAfterMillis,
        long closeMillis) {
    /** What is good for most. */
    public static final WriterSettings DEFAULT =
            new WriterSettings(50_000, 200_000, 20_000, 20, 400_000, 1_000, 10_000);
}
