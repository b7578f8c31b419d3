package io.ttquant.core.storage.duckdb;

import io.ttquant.core.storage.schema.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What all storages of this process on one file share, since no index keeps two of them from writing the same row: who writes, the newest keys, and who has which run. Another
 * process cannot open the file meanwhile.
 */
final class DuckFile {
    private static final Map<String, DuckFile> OPEN = new ConcurrentHashMap<>();

    private final String path;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Table, NewestKeys> newest = new HashMap<>();
    private final Map<String, DuckDatabase> runs = new ConcurrentHashMap<>();
    private int users;

    private DuckFile(String path) {
        this.path = path;
    }

    static DuckFile open(String path) {
        return OPEN.compute(path, (key, known) -> {
            DuckFile file = known == null ? new DuckFile(key) : known;
            file.users++;
            return file;
        });
    }

    /** Whether a run is a storage's own, from now on if it was nobody's. */
    boolean claim(String run, DuckDatabase by) {
        return runs.computeIfAbsent(run, key -> by) == by;
    }

    void release(DuckDatabase by) {
        runs.values().removeIf(holder -> holder == by);
        OPEN.computeIfPresent(path, (key, file) -> --file.users == 0 ? null : file);
    }

    /** Held from the beginning of a transaction that writes to its end. */
    ReentrantLock lock() {
        return lock;
    }

    /** The newest keys of a table; for whoever holds the lock. */
    NewestKeys newest(Table table) {
        return newest.computeIfAbsent(table, NewestKeys::new);
    }

    void forgetNewest() {
        newest.values().forEach(NewestKeys::forget);
    }
}
