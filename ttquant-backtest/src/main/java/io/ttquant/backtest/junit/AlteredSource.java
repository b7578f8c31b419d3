package io.ttquant.backtest.junit;

import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.backtest.data.EventSource;
import io.ttquant.backtest.data.WrappedSource;
import java.util.function.UnaryOperator;

/** A stream of which some events are changed or dropped on their way. */
record AlteredSource(EventSource whole, UnaryOperator<InstrumentSink> change) implements WrappedSource {
    @Override
    public long size() {
        return whole.size();
    }

    @Override
    public Cursor open(MarketDataSink sink) {
        return whole.open(id -> change.apply(sink.instrument(id)));
    }
}
