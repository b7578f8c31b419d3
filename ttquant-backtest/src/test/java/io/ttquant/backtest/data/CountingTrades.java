package io.ttquant.backtest.data;

import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.InstrumentId;
import java.lang.reflect.Proxy;

/** A sink that looks at time and price of each trade, and takes nothing else. */
record CountingTrades(Look look) implements MarketDataSink {
    /** Looks. */
    interface Look {
        void at(long nanos, long rawPrice);
    }

    @Override
    public InstrumentSink instrument(InstrumentId id) {
        return (InstrumentSink) Proxy.newProxyInstance(
                CountingTrades.class.getClassLoader(), new Class<?>[] {InstrumentSink.class}, (proxy, method, args) -> {
                    if (!method.getName().equals("trade")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    look.at((Long) args[0], (Long) args[2]);
                    return null;
                });
    }
}
