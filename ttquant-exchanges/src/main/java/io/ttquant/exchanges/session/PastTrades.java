package io.ttquant.exchanges.session;

import io.ttquant.api.exchange.ExchangeSession.Completion;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.exchanges.answer.PublicTrade;
import java.util.List;

/** Hands past trades over. */
public final class PastTrades {
    private PastTrades() {}

    /** Hands them to a sink in their order and completes; completes with false if one does not fit its instrument. */
    public static void hand(List<PublicTrade> trades, Instrument instrument, InstrumentSink sink, Completion done) {
        try {
            for (PublicTrade trade : trades) {
                sink.trade(
                        trade.tsEvent(),
                        trade.tsEvent(),
                        FixedPoint.toRaw(trade.price(), instrument.priceScale()),
                        FixedPoint.toRaw(trade.quantity(), instrument.quantityScale()),
                        trade.aggressor());
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            done.completed(false, "past trades of " + instrument + " do not fit its scales: " + e.getMessage());
            return;
        }
        done.completed(true, "");
    }
}
