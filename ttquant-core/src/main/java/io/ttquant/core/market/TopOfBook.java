package io.ttquant.core.market;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.OrderBook;
import java.util.Objects;

/** A book of which only the best level of each side is known. A side without price is empty. */
final class TopOfBook implements OrderBook {
    private final Instrument instrument;
    private long tsEvent;
    private long rawBid;
    private long rawBidQuantity;
    private long rawAsk;
    private long rawAskQuantity;

    TopOfBook(Instrument instrument) {
        this.instrument = instrument;
    }

    void set(long ts, long bid, long bidQuantity, long ask, long askQuantity) {
        tsEvent = ts;
        rawBid = bid;
        rawBidQuantity = bidQuantity;
        rawAsk = ask;
        rawAskQuantity = askQuantity;
    }

    long bestBid() {
        return rawBid;
    }

    long bestAsk() {
        return rawAsk;
    }

    @Override
    public Instrument instrument() {
        return instrument;
    }

    @Override
    public long tsEvent() {
        return tsEvent;
    }

    @Override
    public int bidDepth() {
        return rawBid > 0 ? 1 : 0;
    }

    @Override
    public int askDepth() {
        return rawAsk > 0 ? 1 : 0;
    }

    @Override
    public long rawBid(int level) {
        Objects.checkIndex(level, bidDepth());
        return rawBid;
    }

    @Override
    public long rawBidQuantity(int level) {
        Objects.checkIndex(level, bidDepth());
        return rawBidQuantity;
    }

    @Override
    public long rawAsk(int level) {
        Objects.checkIndex(level, askDepth());
        return rawAsk;
    }

    @Override
    public long rawAskQuantity(int level) {
        Objects.checkIndex(level, askDepth());
        return rawAskQuantity;
    }
}
