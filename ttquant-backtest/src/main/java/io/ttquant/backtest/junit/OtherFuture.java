package io.ttquant.backtest.junit;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import java.math.BigDecimal;

/**
 * A stream whose future is another one: what ends or happens after a time, and what begins at it or later, has other prices and quantities. Of a bar that
 * spans the time, the open stays, for it was known.
 */
final class OtherFuture extends PassingSink {
    /** Which other future. */
    enum Way {
        /** At three times the price. */
        HIGHER("with higher prices after it"),
        /** At a third of the price. */
        LOWER("with lower prices after it");

        final String text;

        Way(String text) {
            this.text = text;
        }

        long of(long value) {
            return this == HIGHER ? Math.addExact(Math.multiplyExact(value, 3), 17) : value / 3 + 1;
        }
    }

    private final long cut;
    private final Way way;

    OtherFuture(InstrumentSink sink, long cut, Way way) {
        super(sink);
        this.cut = cut;
        this.way = way;
    }

    private long of(long nanos, long value) {
        return nanos <= cut ? value : way.of(value);
    }

    @Override
    public void trade(long tsEvent, long tsInit, long rawPrice, long rawQuantity, AggressorSide aggressor) {
        super.trade(tsEvent, tsInit, of(tsEvent, rawPrice), of(tsEvent, rawQuantity), aggressor);
    }

    @Override
    public void quote(long tsEvent, long tsInit, long bid, long bidQuantity, long ask, long askQuantity) {
        long newBid = of(tsEvent, bid);
        super.quote(
                tsEvent,
                tsInit,
                newBid,
                of(tsEvent, bidQuantity),
                Math.max(of(tsEvent, ask), newBid + 1),
                of(tsEvent, askQuantity));
    }

    @Override
    public void funding(long tsEvent, long tsInit, BigDecimal rate, long settlementNanos) {
        super.funding(tsEvent, tsInit, tsEvent <= cut ? rate : rate.negate(), settlementNanos);
    }

    @Override
    public void markPrice(long tsEvent, long tsInit, long rawPrice) {
        super.markPrice(tsEvent, tsInit, of(tsEvent, rawPrice));
    }

    @Override
    public void indexPrice(long tsEvent, long tsInit, long rawPrice) {
        super.indexPrice(tsEvent, tsInit, of(tsEvent, rawPrice));
    }

    /** Of a book the quantities become other ones, so that its levels still fit together. */
    @Override
    public BookSink book() {
        return new OtherBook(super.book(), cut, way);
    }

    @Override
    public BarSink bars(BarSpec spec) {
        BarSink bars = super.bars(spec);
        return new BarSink() {
            @Override
            public void open(long tsOpen, long rawOpen) {
                bars.open(tsOpen, begun(tsOpen) ? rawOpen : way.of(rawOpen));
            }

            @Override
            public void bar(
                    long tsOpen, long ts, long tsInit, long open, long high, long low, long close, long volume) {
                if (ts <= cut) {
                    bars.bar(tsOpen, ts, tsInit, open, high, low, close, volume);
                    return;
                }
                long newOpen = begun(tsOpen) ? open : way.of(open);
                bars.bar(
                        tsOpen,
                        ts,
                        tsInit,
                        newOpen,
                        Math.max(newOpen, way.of(high)),
                        Math.min(newOpen, way.of(low)),
                        way.of(close),
                        way.of(volume));
            }
        };
    }

    private boolean begun(long tsOpen) {
        return tsOpen < cut;
    }

    private static final class OtherBook implements BookSink {
        private final BookSink book;
        private final long cut;
        private final Way way;
        private boolean isOther;

        OtherBook(BookSink book, long cut, Way way) {
            this.book = book;
            this.cut = cut;
            this.way = way;
        }

        @Override
        public void snapshot(long tsEvent, long tsInit) {
            isOther = tsEvent > cut;
            book.snapshot(tsEvent, tsInit);
        }

        @Override
        public void increment(long tsEvent, long tsInit) {
            isOther = tsEvent > cut;
            book.increment(tsEvent, tsInit);
        }

        @Override
        public void ids(long first, long last, long previous) {
            book.ids(first, last, previous);
        }

        /** A checksum of other quantities cannot be right, so none is handed on. */
        @Override
        public void checksum(int value) {
            if (!isOther) {
                book.checksum(value);
            }
        }

        @Override
        public void bid(long rawPrice, long rawQuantity) {
            book.bid(rawPrice, quantity(rawQuantity));
        }

        @Override
        public void ask(long rawPrice, long rawQuantity) {
            book.ask(rawPrice, quantity(rawQuantity));
        }

        private long quantity(long raw) {
            return isOther && raw > 0 ? way.of(raw) : raw;
        }

        @Override
        public void end() {
            book.end();
        }

        @Override
        public void lost(long tsEvent, long tsInit) {
            book.lost(tsEvent, tsInit);
        }

        @Override
        public boolean needsSnapshot() {
            return book.needsSnapshot();
        }
    }
}
