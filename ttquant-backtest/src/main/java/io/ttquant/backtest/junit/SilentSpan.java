package io.ttquant.backtest.junit;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;

/** A feed of bars, trades, quotes and prices that is silent from one time until another: what lies in that span, in part or whole, never comes. */
final class SilentSpan extends PassingSink {
    private final long fromNanos;
    private final long toNanos;

    SilentSpan(InstrumentSink sink, long fromNanos, long toNanos) {
        super(sink);
        this.fromNanos = fromNanos;
        this.toNanos = toNanos;
    }

    private boolean isSilent(long nanos) {
        return nanos >= fromNanos && nanos < toNanos;
    }

    @Override
    public void trade(long tsEvent, long tsInit, long rawPrice, long rawQuantity, AggressorSide aggressor) {
        if (!isSilent(tsEvent)) {
            super.trade(tsEvent, tsInit, rawPrice, rawQuantity, aggressor);
        }
    }

    @Override
    public void quote(long tsEvent, long tsInit, long bid, long bidQuantity, long ask, long askQuantity) {
        if (!isSilent(tsEvent)) {
            super.quote(tsEvent, tsInit, bid, bidQuantity, ask, askQuantity);
        }
    }

    @Override
    public void markPrice(long tsEvent, long tsInit, long rawPrice) {
        if (!isSilent(tsEvent)) {
            super.markPrice(tsEvent, tsInit, rawPrice);
        }
    }

    @Override
    public void indexPrice(long tsEvent, long tsInit, long rawPrice) {
        if (!isSilent(tsEvent)) {
            super.indexPrice(tsEvent, tsInit, rawPrice);
        }
    }

    @Override
    public BarSink bars(BarSpec spec) {
        long step = spec.isTime() ? spec.step() : 1;
        BarSink bars = super.bars(spec);
        return new BarSink() {
            private boolean isMissing(long tsOpen, long tsEvent) {
                return tsOpen < toNanos && tsEvent > fromNanos;
            }

            @Override
            public void open(long tsOpen, long rawOpen) {
                if (!isMissing(tsOpen, tsOpen + step)) {
                    bars.open(tsOpen, rawOpen);
                }
            }

            @Override
            public void bar(
                    long tsOpen, long ts, long tsInit, long open, long high, long low, long close, long volume) {
                if (!isMissing(tsOpen, ts)) {
                    bars.bar(tsOpen, ts, tsInit, open, high, low, close, volume);
                }
            }
        };
    }
}
