package io.ttquant.exchanges.okx.session;

import io.ttquant.api.exchange.ExchangeSession.Completion;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.market.Instrument;
import io.ttquant.exchanges.answer.PublicTrade;
import io.ttquant.exchanges.okx.OkxMarketRequests;
import io.ttquant.exchanges.okx.OkxMarkets;
import io.ttquant.exchanges.okx.TradePages;
import io.ttquant.exchanges.request.RestRequest;
import io.ttquant.exchanges.session.PastTrades;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Past trades, newest pages first, handed over oldest first once all are there. */
final class OkxTradeHistory {
    private static final int LIMIT = 100;

    private final OkxRest rest;
    private final OkxMarketRequests market;

    OkxTradeHistory(OkxRest rest, OkxMarketRequests market) {
        this.rest = rest;
        this.market = market;
    }

    /** Asks for those within a span, both ends inclusive, epoch milliseconds. */
    void request(Instrument instrument, long fromMillis, long toMillis, InstrumentSink sink, Completion done) {
        TradePages pages = new TradePages(market, instrument.id().symbol(), fromMillis, toMillis, LIMIT);
        next(pages, new ArrayDeque<>(), instrument, sink, done);
    }

    private void next(
            TradePages pages,
            Deque<List<PublicTrade>> later,
            Instrument instrument,
            InstrumentSink sink,
            Completion done) {
        RestRequest first = pages.next();
        if (first == null) {
            List<PublicTrade> all = new ArrayList<>();
            later.forEach(all::addAll);
            PastTrades.hand(all, instrument, sink, done);
            return;
        }
        rest.ask(() -> first, answer -> {
            try {
                later.addFirst(pages.take(OkxMarkets.trades(answer.require())));
            } catch (RuntimeException e) {
                done.completed(false, String.valueOf(e.getMessage()));
                return;
            }
            next(pages, later, instrument, sink, done);
        });
    }
}
