package io.ttquant.api.storage;

import java.util.List;

/** Entries of a run without those up to a number. */
record EntriesAfter(Rows<RunEntry> entries, long number) implements Rows<RunEntry> {
    @Override
    public List<RunEntry> next() {
        List<RunEntry> chunk = entries.next();
        while (!chunk.isEmpty()) {
            List<RunEntry> after =
                    chunk.stream().filter(entry -> entry.number() > number).toList();
            if (!after.isEmpty()) {
                return after;
            }
            chunk = entries.next();
        }
        return chunk;
    }

    @Override
    public void close() {
        entries.close();
    }
}
