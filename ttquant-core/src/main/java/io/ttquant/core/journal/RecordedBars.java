package io.ttquant.core.journal;

import io.ttquant.api.exchange.BarSink;

/** Writes down bars before the engine takes them. */
final class RecordedBars implements BarSink {
    private final JournalWriter journal;
    private final BarSink to;
    private final int number;
    private final String spec;

    RecordedBars(JournalWriter journal, BarSink to, int number, String spec) {
        this.journal = journal;
        this.to = to;
        this.number = number;
        this.spec = spec;
    }

    @Override
    public void open(long tsOpen, long rawOpen) {
        if (!journal.isOutside()) {
            to.open(tsOpen, rawOpen);
            return;
        }
        journal.begin(EntryKind.BAR_OPEN).number(number).text(spec).time(tsOpen).number(rawOpen);
        journal.end();
        boolean isDone = false;
        journal.enter();
        try {
            to.open(tsOpen, rawOpen);
            isDone = true;
        } finally {
            journal.leave(isDone);
        }
    }

    @Override
    public void bar(
            long tsOpen,
            long tsEvent,
            long tsInit,
            long rawOpen,
            long rawHigh,
            long rawLow,
            long rawClose,
            long rawVolume) {
        if (!journal.isOutside()) {
            to.bar(tsOpen, tsEvent, tsInit, rawOpen, rawHigh, rawLow, rawClose, rawVolume);
            return;
        }
        journal.begin(EntryKind.BAR)
                .number(number)
                .text(spec)
                .time(tsOpen)
                .time(tsEvent)
                .time(tsInit)
                .number(rawOpen)
                .number(rawHigh)
                .number(rawLow)
                .number(rawClose)
                .number(rawVolume);
        journal.end();
        boolean isDone = false;
        journal.enter();
        try {
            to.bar(tsOpen, tsEvent, tsInit, rawOpen, rawHigh, rawLow, rawClose, rawVolume);
            isDone = true;
        } finally {
            journal.leave(isDone);
        }
    }

    @Override
    public void whole(
            long tsOpen,
            long tsEvent,
            long tsInit,
            long rawOpen,
            long rawHigh,
            long rawLow,
            long rawClose,
            long rawVolume) {
        if (!journal.isOutside()) {
            to.whole(tsOpen, tsEvent, tsInit, rawOpen, rawHigh, rawLow, rawClose, rawVolume);
            return;
        }
        journal.begin(EntryKind.WHOLE_BAR)
                .number(number)
                .text(spec)
                .time(tsOpen)
                .time(tsEvent)
                .time(tsInit)
                .number(rawOpen)
                .number(rawHigh)
                .number(rawLow)
                .number(rawClose)
                .number(rawVolume);
        journal.end();
        boolean isDone = false;
        journal.enter();
        try {
            to.whole(tsOpen, tsEvent, tsInit, rawOpen, rawHigh, rawLow, rawClose, rawVolume);
            isDone = true;
        } finally {
            journal.leave(isDone);
        }
    }
}
