package io.ttquant.exchanges.binance.session;

import io.ttquant.exchanges.answer.PublicTrade;
import io.ttquant.exchanges.binance.BinanceMarketRequests;
import io.ttquant.exchanges.binance.BinanceMarkets;
import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.session.Reply;
import io.ttquant.exchanges.session.SteadyTrades;
import java.util.ArrayList;
import java.util.List;

/** Trades of a symbol after one of them, forwards by id. */
final class MissedTrades implements SteadyTrades.Past {
    private static final int LIMIT = 1_000;

    private final String symbol;
    private final BinanceMarketRequests requests;
    private final Questions questions;

    MissedTrades(String symbol, BinanceMarketRequests requests, Questions questions) {
        this.symbol = symbol;
        this.requests = requests;
        this.questions = questions;
    }

    @Override
    public void after(long afterId, int most, Reply<List<PublicTrade>> reply) {
        next(afterId + 1, most, new ArrayList<>(), reply);
    }

    private void next(long fromId, int most, List<PublicTrade> all, Reply<List<PublicTrade>> reply) {
        questions.ask(
                () -> requests.tradesFrom(symbol, fromId, LIMIT),
                BinanceMarkets::trades,
                new Reply<List<PublicTrade>>() {
                    @Override
                    public void answered(List<PublicTrade> page) {
                        all.addAll(page);
                        if (page.size() < LIMIT || all.size() > most) {
                            reply.answered(all);
                        } else {
                            next(page.get(page.size() - 1).id() + 1, most, all, reply);
                        }
                    }

                    @Override
                    public void failed(Verdict verdict) {
                        reply.failed(verdict);
                    }
                });
    }
}
