package io.ttquant.core.storage.write;

import io.ttquant.core.storage.database.Batch;
import io.ttquant.core.storage.spool.Spool;
import io.ttquant.core.storage.spool.SpoolPlace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the backlog into the spool. For one thread. */
final class SpoolKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(SpoolKeeper.class);

    private final Spool spool;
    private final Backlog backlog;
    private final Counters counters;
    private final Trouble trouble;

    SpoolKeeper(Spool spool, Backlog backlog, Counters counters, Trouble trouble) {
        this.spool = spool;
        this.backlog = backlog;
        this.counters = counters;
        this.trouble = trouble;
    }

    /** Makes all chunks of the backlog safe; whether that is done. */
    boolean keep() {
        List<Chunk> chunks = backlog.notInSpool();
        if (chunks.isEmpty()) {
            trouble.spool("");
            return true;
        }
        List<Chunk> safe = new ArrayList<>();
        List<SpoolPlace> places = new ArrayList<>();
        try {
            for (Chunk chunk : chunks) {
                Batch batch = backlog.batch(chunk);
                if (batch == null || spool.isFull()) {
                    break;
                }
                places.add(spool.append(batch, chunk.entries(), chunk.sinceMillis()));
                safe.add(chunk);
            }
            spool.force();
        } catch (IOException | RuntimeException e) {
            places.forEach(spool::release);
            failed("the spool cannot be written: " + Trouble.of(e), e);
            return false;
        }
        for (int i = 0; i < places.size(); i++) {
            counters.spooled.addAndGet(safe.get(i).entries());
            if (!backlog.spooled(safe.get(i), places.get(i))) {
                spool.release(places.get(i));
            }
        }
        return isWhole(safe.size() == chunks.size());
    }

    private boolean isWhole(boolean whole) {
        trouble.spool(
                whole
                        ? ""
                        : "the spool is full: it has its " + spool.limitBytes() + " bytes; let the database take"
                                + " what waits, or raise spool_mb");
        return whole;
    }

    private void failed(String sentence, Exception e) {
        counters.spoolErrors.incrementAndGet();
        trouble.spool(sentence);
        LOG.warn("{}; what waits stays in memory", sentence, e);
    }

    /** Nothing waits any more. */
    void trim() {
        trouble.spool("");
        spool.trim();
    }

    void close() {
        spool.close();
    }
}
