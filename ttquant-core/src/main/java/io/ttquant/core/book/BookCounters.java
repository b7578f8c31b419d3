package io.ttquant.core.book;

/** What happened to a {@link SequencedBook} since it was made. Live: read what you need. */
public final class BookCounters {
    long applied;
    long skipped;
    long gaps;
    long snapshots;
    long staleSnapshots;
    long resyncs;
    long crossings;
    long checksumMismatches;
    long overflows;

    BookCounters() {}

    /** Increments applied. */
    public long applied() {
        return applied;
    }

    /** Messages left alone because the book had their content already. */
    public long skipped() {
        return skipped;
    }

    /** Times that something was missing and the book went stale. */
    public long gaps() {
        return gaps;
    }

    /** Snapshots taken. */
    public long snapshots() {
        return snapshots;
    }

    /** Of these, how many were of no use, mostly older than the increments kept, so that another was needed. */
    public long staleSnapshots() {
        return staleSnapshots;
    }

    /** Times that a stale book came back into step. */
    public long resyncs() {
        return resyncs;
    }

    /** Times that a book in step became crossed. */
    public long crossings() {
        return crossings;
    }

    /** Messages after which the venue's checksum was another one than the book's. */
    public long checksumMismatches() {
        return checksumMismatches;
    }

    /** Times that more increments came before a snapshot than are kept, so that they were dropped. */
    public long overflows() {
        return overflows;
    }
}
