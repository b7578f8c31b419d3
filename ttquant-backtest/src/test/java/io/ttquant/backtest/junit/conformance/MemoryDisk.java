package io.ttquant.backtest.junit.conformance;

import io.ttquant.api.storage.RunEntry;
import io.ttquant.api.storage.RunRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a storage of the tests has written: it stays when the storage is closed, and can be gone for a while. */
final class MemoryDisk {
    /** The key of a row. */
    record Key(String table, long nanos, long number, long copy) {}

    /** A row, and the trade id by which it is kept once too, or an empty text. */
    record Row(Key key, Object value, String tradeKey) {}

    final Map<String, RunRecord> runs = new TreeMap<>();
    final Map<String, Object> claims = new HashMap<>();
    private final StorageFlaw flaw;
    private final Map<Key, Object> rows = new LinkedHashMap<>();
    private final Set<String> trades = new HashSet<>();
    private boolean isGone;
    long stored;
    long repeated;
    long conflicts;
    int readers;

    MemoryDisk(StorageFlaw flaw) {
        this.flaw = flaw;
    }

    synchronized void gone(boolean now) {
        isGone = now;
        notifyAll();
    }

    synchronized boolean isGone() {
        return isGone;
    }

    synchronized void awaitThere() {
        while (isGone) {
            try {
                wait();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    synchronized void opened() {
        stored = 0;
        repeated = 0;
        conflicts = 0;
    }

    synchronized void write(Row row) {
        Key key = key(row.key());
        boolean isKnownTrade = !row.tradeKey().isEmpty() && !trades.add(row.tradeKey());
        Object before = flaw == StorageFlaw.LAST_WINS ? null : rows.get(key);
        if (before == null && !isKnownTrade) {
            rows.put(key, row.value());
            stored++;
            return;
        }
        repeated++;
        boolean isOther = before != null && !before.equals(row.value());
        conflicts += isOther && flaw != StorageFlaw.COUNTS_NO_CONFLICTS ? 1 : 0;
    }

    private Key key(Key key) {
        return switch (flaw) {
            case TIME_IS_THE_KEY -> new Key(key.table(), key.nanos(), 0, 0);
            case DOUBLES_REPETITIONS -> new Key(key.table(), key.nanos(), key.number(), rows.size());
            case QUOTES_WITHOUT_NUMBERS ->
                key.table().startsWith("quotes") ? new Key(key.table(), key.nanos(), 0, 0) : key;
            default -> key;
        };
    }

    synchronized List<Object> read(String table, long from, long to) {
        List<Map.Entry<Key, Object>> found = new ArrayList<>();
        for (Map.Entry<Key, Object> row : rows.entrySet()) {
            long nanos = row.getKey().nanos();
            boolean isBefore = flaw == StorageFlaw.END_INCLUDED ? nanos <= to : nanos < to;
            if (row.getKey().table().equals(table) && nanos >= from && isBefore) {
                found.add(row);
            }
        }
        if (flaw != StorageFlaw.ORDER_OF_WRITING) {
            Comparator<Map.Entry<Key, Object>> byTime =
                    Comparator.comparingLong(row -> row.getKey().nanos());
            found.sort(byTime.thenComparingLong(row -> row.getKey().number()));
        }
        return found.stream().map(Map.Entry::getValue).toList();
    }

    synchronized void forget(String table) {
        rows.keySet().removeIf(key -> key.table().equals(table));
    }

    static String tradeKey(String run, RunEntry.Filled fill) {
        return run + "|" + fill.instrument() + "|" + fill.tradeId();
    }
}
