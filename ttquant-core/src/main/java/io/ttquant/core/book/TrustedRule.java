package io.ttquant.core.book;

/** Takes every increment: whoever sends them has seen to it that they follow each other. */
final class TrustedRule implements SequenceRule {
    @Override
    public void start(BookUpdate snapshot) {
        // Nothing to remember.
    }

    @Override
    public Verdict next(BookUpdate increment) {
        return Verdict.APPLY;
    }

    @Override
    public boolean isSnapshotApart() {
        return false;
    }
}
