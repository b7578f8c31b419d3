package io.ttquant.backtest.data.stored;

import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.Trade;
import io.ttquant.backtest.data.EventSource;

/** Trades that stay in their storage and are read chunk by chunk at each replay. */
record StoredTrades(StoredData data, Instrument instrument) implements EventSource {
    @Override
    public String describe() {
        return "trades";
    }

    @Override
    public long size() {
        return -1;
    }

    @Override
    public Cursor open(MarketDataSink to) {
        InstrumentSink sink = to.instrument(instrument.id());
        return new StoredCursor<>(
                data.reader().trades(instrument, data.fromNanos(), data.toNanos()),
                Trade::tsEvent,
                trade -> sink.trade(
                        trade.tsEvent(), trade.tsEvent(), trade.rawPrice(), trade.rawQuantity(), trade.aggressor()));
    }
}
