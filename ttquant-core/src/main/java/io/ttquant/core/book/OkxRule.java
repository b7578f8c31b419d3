package io.ttquant.core.book;

/**
 * Each increment names the id of the message before. A lower id than that is a reset at the venue and no gap; an increment that repeats the
 * last one is skipped; equal ids are a sign of life.
 */
final class OkxRule implements SequenceRule {
    private final OkxChecksum crc = new OkxChecksum();
    private long last = BookUpdate.ABSENT;
    private long lastPrevious = BookUpdate.ABSENT;

    @Override
    public void start(BookUpdate snapshot) {
        last = snapshot.lastId();
        lastPrevious = snapshot.previousId();
    }

    @Override
    public Verdict next(BookUpdate increment) {
        if (increment.lastId() == BookUpdate.ABSENT || increment.previousId() == BookUpdate.ABSENT) {
            return withoutIds(increment);
        }
        if (increment.previousId() == last) {
            lastPrevious = last;
            last = increment.lastId();
            return Verdict.APPLY;
        }
        boolean isRepetition = increment.lastId() == last && increment.previousId() == lastPrevious;
        return isRepetition ? Verdict.SKIP : Verdict.GAP;
    }

    /** Recordings of 2021 and 2022 have no ids but a checksum. A message with neither proves nothing. */
    private Verdict withoutIds(BookUpdate increment) {
        return last == BookUpdate.ABSENT && increment.checksum() != 0 ? Verdict.APPLY : Verdict.GAP;
    }

    @Override
    public boolean isSnapshotApart() {
        return false;
    }

    @Override
    public boolean agrees(L2Book book, BookUpdate update) {
        return update.checksum() == 0 || update.checksum() == crc.of(book);
    }
}
