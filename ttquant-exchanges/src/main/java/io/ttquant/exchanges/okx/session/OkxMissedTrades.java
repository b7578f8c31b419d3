package io.ttquant.exchanges.okx.session;

import io.ttquant.exchanges.answer.PublicTrade;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.okx.OkxMarketRequests;
import io.ttquant.exchanges.okx.OkxMarkets;
import io.ttquant.exchanges.okx.OkxPage;
import io.ttquant.exchanges.request.RestRequest;
import io.ttquant.exchanges.session.Reply;
import io.ttquant.exchanges.session.SteadyTrades;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Trades of an instrument after one of them: the newest five hundred, and if those do not reach back to it, older ones page by page. */
final class OkxMissedTrades implements SteadyTrades.Past {
    private static final int NEWEST = 500;
    private static final int LIMIT = 100;

    private final OkxRest rest;
    private final OkxMarketRequests market;
    private final String symbol;

    OkxMissedTrades(OkxRest rest, OkxMarketRequests market, String symbol) {
        this.rest = rest;
        this.market = market;
        this.symbol = symbol;
    }

    @Override
    public void after(long afterId, int most, Reply<List<PublicTrade>> reply) {
        ask(market.trades(symbol, NEWEST), new ArrayDeque<>(), afterId, most, reply);
    }

    private void ask(
            RestRequest request,
            Deque<List<PublicTrade>> later,
            long afterId,
            int most,
            Reply<List<PublicTrade>> reply) {
        rest.ask(() -> request, answer -> {
            List<PublicTrade> page;
            try {
                page = OkxMarkets.trades(answer.require());
            } catch (RuntimeException e) {
                Verdict verdict = answer.verdict();
                reply.failed(
                        verdict.isAccepted() ? Verdict.of(CodeClass.UNKNOWN, String.valueOf(e.getMessage())) : verdict);
                return;
            }
            later.addFirst(page);
            int sum = later.stream().mapToInt(List::size).sum();
            boolean isReached = page.isEmpty() || page.get(0).id() <= afterId + 1;
            // A page that holds less than what was asked for may be followed by others, an empty one not.
            if (isReached || sum > most + NEWEST) {
                List<PublicTrade> all = new ArrayList<>();
                later.forEach(all::addAll);
                all.removeIf(trade -> trade.id() <= afterId);
                reply.answered(all);
            } else {
                OkxPage before = OkxPage.after(page.get(0).id(), LIMIT);
                ask(market.historyTrades(symbol, before), later, afterId, most, reply);
            }
        });
    }
}
