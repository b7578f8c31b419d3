package io.ttquant.exchanges.binance.session;

import io.ttquant.api.exchange.ExchangeSession.Completion;
import io.ttquant.exchanges.answer.Pages;
import io.ttquant.exchanges.answer.PublicTrade;
import io.ttquant.exchanges.binance.BinanceMarkets;
import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.request.RestRequest;
import io.ttquant.exchanges.session.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Past trades, page by page; all are gathered before the first is handed over. */
final class TradeHistory {
    private final Questions questions;

    TradeHistory(Questions questions) {
        this.questions = questions;
    }

    void request(Pages<PublicTrade> pages, Consumer<List<PublicTrade>> taker, Completion done) {
        next(pages, new ArrayList<>(), taker, done);
    }

    private void next(
            Pages<PublicTrade> pages, List<PublicTrade> all, Consumer<List<PublicTrade>> taker, Completion done) {
        RestRequest request = pages.next();
        if (request == null) {
            taker.accept(all);
            return;
        }
        questions.ask(() -> request, BinanceMarkets::trades, new Reply<List<PublicTrade>>() {
            @Override
            public void answered(List<PublicTrade> page) {
                all.addAll(pages.take(page));
                next(pages, all, taker, done);
            }

            @Override
            public void failed(Verdict verdict) {
                done.completed(false, "past trades did not come: " + verdict.code() + " " + verdict.message());
            }
        });
    }
}
