package io.ttquant.core.book;

/** Ids run on without a hole: an increment may overlap what is known, but not leave anything out. */
final class BinanceSpotRule implements SequenceRule {
    private long last;

    @Override
    public void start(BookUpdate snapshot) {
        last = snapshot.lastId();
    }

    @Override
    public Verdict next(BookUpdate increment) {
        if (increment.lastId() <= last && increment.lastId() != BookUpdate.ABSENT) {
            return Verdict.SKIP;
        }
        if (increment.firstId() == BookUpdate.ABSENT
                || increment.firstId() > increment.lastId()
                || increment.firstId() > last + 1) {
            return Verdict.GAP;
        }
        last = increment.lastId();
        return Verdict.APPLY;
    }

    @Override
    public boolean isSnapshotApart() {
        return true;
    }
}
