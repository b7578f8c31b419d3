package io.ttquant.exchanges.okx;

import io.ttquant.exchanges.feed.BarFeed;
import io.ttquant.exchanges.feed.SymbolFeed;
import io.ttquant.exchanges.json.JsonCursor;
import io.ttquant.exchanges.json.JsonException;
import org.jspecify.annotations.Nullable;

/**
 * Bars, {@code [ts,o,h,l,c,vol,volCcy,volCcyQuote,confirm]}; only confirmed ones are passed on. Rows of before mid-2022 end before that and are open
 * for all we know. Volume is the first one: base currency for spot, contracts for derivatives.
 */
final class OkxBars {
    private static final int FIGURES = 6;
    private static final int CONFIRMED = 8;

    private final JsonCursor cursor;
    private final OkxGate gate;
    private final int[] marks = new int[CONFIRMED + 1];

    OkxBars(JsonCursor cursor, OkxGate gate) {
        this.cursor = cursor;
        this.gate = gate;
    }

    OkxFrame read(boolean isWanted, @Nullable SymbolFeed feed, byte[] word, int length, long tsInit) {
        BarFeed bars = feed == null ? null : feed.bars().find(word, 0, length);
        if (!isWanted || feed == null || bars == null) {
            return OkxFrame.BAR;
        }
        while (cursor.element()) {
            int start = cursor.mark();
            int depth = cursor.depth();
            try {
                bar(feed, bars, tsInit);
            } catch (JsonException e) {
                cursor.passOver(start, depth);
                gate.leftOut(OkxFrame.BAR, feed, e);
            }
        }
        return OkxFrame.BAR;
    }

    private void bar(SymbolFeed feed, BarFeed bars, long tsInit) {
        int row = cursor.mark();
        int count = 0;
        cursor.array();
        while (cursor.element()) {
            if (count < marks.length) {
                marks[count] = cursor.mark();
            }
            count++;
            cursor.skip();
        }
        if (count < FIGURES) {
            throw cursor.failure("a bar of less than " + FIGURES + " figures", row);
        }
        int end = cursor.place();
        if (count > CONFIRMED && cursor.back(marks[CONFIRMED]).integerOr(0) == 1) {
            deliver(feed, bars, tsInit);
        }
        cursor.back(end);
    }

    private void deliver(SymbolFeed feed, BarFeed bars, long tsInit) {
        int scale = feed.priceScale();
        long opened = cursor.back(marks[0]).time();
        long closed = opened + bars.nanos();
        long open = cursor.back(marks[1]).decimal(scale);
        long high = cursor.back(marks[2]).decimal(scale);
        long low = cursor.back(marks[3]).decimal(scale);
        long close = cursor.back(marks[4]).decimal(scale);
        long volume = cursor.back(marks[5]).decimal(feed.quantityScale());
        bars.sink().bar(opened, closed, Math.max(tsInit, closed), open, high, low, close, volume);
    }
}
