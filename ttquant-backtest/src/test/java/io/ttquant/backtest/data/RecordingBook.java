package io.ttquant.backtest.data;

import io.ttquant.api.exchange.BookSink;
import java.util.function.BiConsumer;

/** Writes down each message of a book in one line. */
final class RecordingBook implements BookSink {
    private final BiConsumer<Long, String> lines;
    private final StringBuilder line = new StringBuilder();
    private long ts;

    RecordingBook(BiConsumer<Long, String> lines) {
        this.lines = lines;
    }

    private void begin(String what, long tsEvent, long tsInit) {
        ts = tsEvent;
        line.setLength(0);
        line.append(what).append(' ').append(tsInit);
    }

    @Override
    public void snapshot(long tsEvent, long tsInit) {
        begin("snapshot", tsEvent, tsInit);
    }

    @Override
    public void increment(long tsEvent, long tsInit) {
        begin("increment", tsEvent, tsInit);
    }

    @Override
    public void ids(long first, long last, long previous) {
        if (last != ABSENT) {
            line.append(" id ").append(last);
        }
    }

    @Override
    public void checksum(int value) {
        line.append(" checksum ").append(value);
    }

    @Override
    public void bid(long rawPrice, long rawQuantity) {
        line.append(" b").append(rawPrice).append('x').append(rawQuantity);
    }

    @Override
    public void ask(long rawPrice, long rawQuantity) {
        line.append(" a").append(rawPrice).append('x').append(rawQuantity);
    }

    @Override
    public void end() {
        lines.accept(ts, line.toString());
    }

    @Override
    public void lost(long tsEvent, long tsInit) {
        lines.accept(tsEvent, "lost " + tsInit);
    }

    @Override
    public boolean needsSnapshot() {
        return false;
    }
}
