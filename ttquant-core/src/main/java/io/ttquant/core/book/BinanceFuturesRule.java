package io.ttquant.core.book;

/** Ids have holes, so each increment names the last id of the one before. */
final class BinanceFuturesRule implements SequenceRule {
    private long last;
    private boolean isFirst;

    @Override
    public void start(BookUpdate snapshot) {
        last = snapshot.lastId();
        isFirst = true;
    }

    @Override
    public Verdict next(BookUpdate increment) {
        if (increment.firstId() == BookUpdate.ABSENT
                || increment.previousId() == BookUpdate.ABSENT
                || increment.firstId() > increment.lastId()) {
            return Verdict.GAP;
        }
        // The increment that ends exactly at the snapshot is the first to be applied; later on it would be a
        // repetition.
        if (isFirst ? increment.lastId() < last : increment.lastId() <= last) {
            return Verdict.SKIP;
        }
        boolean follows = isFirst ? increment.firstId() <= last : increment.previousId() == last;
        if (!follows) {
            return Verdict.GAP;
        }
        isFirst = false;
        last = increment.lastId();
        return Verdict.APPLY;
    }

    @Override
    public boolean isSnapshotApart() {
        return true;
    }
}
