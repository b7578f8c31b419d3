package io.ttquant.examples.bench;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.OrderBook;
import io.ttquant.api.market.Quote;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.Side;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;

/**
 * Keeps limit orders resting on both sides of a book, evenly spaced around the first middle; a filled one is replaced by its counterpart one step
 * away. It reads the best prices of every change.
 */
final class BookQuoter extends Strategy {
    private final Instrument instrument;
    private final int perSide;
    private final long rawStep;
    private boolean isLaid;
    private long sum;

    BookQuoter(Instrument instrument, int perSide, long rawStep) {
        this.instrument = instrument;
        this.perSide = perSide;
        this.rawStep = rawStep;
    }

    @Override
    protected void onStart(StrategyContext ctx) {
        ctx.subscribeQuotes(instrument.id());
        ctx.subscribeBook(instrument.id());
    }

    @Override
    protected void onQuote(Quote quote) {
        sum += quote.rawBid() + quote.rawAsk();
    }

    @Override
    protected void onBook(OrderBook book) {
        sum += book.rawBid(0) + book.rawAsk(0);
        if (!isLaid) {
            isLaid = true;
            for (int i = 1; i <= perSide; i++) {
                rest(Side.BUY, book.rawBid(0) - i * rawStep);
                rest(Side.SELL, book.rawAsk(0) + i * rawStep);
            }
        }
    }

    @Override
    protected void onFill(Fill fill) {
        if (fill.order().isClosed()) {
            boolean bought = fill.side() == Side.BUY;
            rest(bought ? Side.SELL : Side.BUY, fill.rawPrice() + (bought ? rawStep : -rawStep));
        }
    }

    private void rest(Side side, long rawPrice) {
        (side == Side.BUY ? orders().buy(instrument) : orders().sell(instrument))
                .rawQuantity(1_000)
                .rawLimit(rawPrice)
                .submit();
    }

    long sum() {
        return sum;
    }
}
