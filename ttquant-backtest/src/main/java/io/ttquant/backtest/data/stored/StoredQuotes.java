package io.ttquant.backtest.data.stored;

import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.Quote;
import io.ttquant.backtest.data.EventSource;

/** Quotes that stay in their storage and are read chunk by chunk at each replay. */
record StoredQuotes(StoredData data, Instrument instrument) implements EventSource {
    @Override
    public String describe() {
        return "quotes";
    }

    @Override
    public long size() {
        return -1;
    }

    @Override
    public Cursor open(MarketDataSink to) {
        InstrumentSink sink = to.instrument(instrument.id());
        return new StoredCursor<>(
                data.reader().quotes(instrument, data.fromNanos(), data.toNanos()),
                Quote::tsEvent,
                quote -> sink.quote(
                        quote.tsEvent(),
                        quote.tsEvent(),
                        quote.rawBid(),
                        quote.rawBidQuantity(),
                        quote.rawAsk(),
                        quote.rawAskQuantity()));
    }
}
