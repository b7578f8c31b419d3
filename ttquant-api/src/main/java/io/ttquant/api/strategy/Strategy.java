package io.ttquant.api.strategy;

import io.ttquant.api.account.Position;
import io.ttquant.api.market.Bar;
import io.ttquant.api.market.FundingRate;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.market.InstrumentStatus;
import io.ttquant.api.market.MarkPrice;
import io.ttquant.api.market.OrderBook;
import io.ttquant.api.market.Quote;
import io.ttquant.api.market.Trade;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.OrderBuilder;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.Orders;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.time.Clock;
import io.ttquant.api.time.TimerEvent;
import org.jspecify.annotations.Nullable;

/**
 * A trading strategy. Extend it, say in {@link #onStart} what to listen to, and override the callbacks you need; the others cost
 * nothing.
 *
 * <p>All callbacks come on one thread, in the order of events, the same in backtest, paper and live. Everything handed over is
 * immutable and may be kept, but for the {@link OrderBook} and the views of {@link Position} and orders, which are live. If a callback
 * throws, a backtest fails; live, this strategy's orders are cancelled and it stops, while others go on.
 */
public abstract class Strategy {
    private @Nullable StrategyContext context;

    /** For subclasses. */
    protected Strategy() {}

    /**
     * Called once, first. Subscribe here; no data has arrived yet.
     *
     * @param ctx what the strategy may use, also at hand later as {@link #context()}
     */
    protected abstract void onStart(StrategyContext ctx);

    /** A trade of a subscribed instrument. */
    protected void onTrade(Trade trade) {}

    /** A change of the best bid or ask of a subscribed instrument. */
    protected void onQuote(Quote quote) {}

    /** A change of a subscribed order book. The view is live: read it here, keep copies only. */
    protected void onBook(OrderBook book) {}

    /** A closed bar of a subscribed series. */
    protected void onBar(Bar bar) {}

    /** A funding rate of a subscribed perpetual. */
    protected void onFunding(FundingRate funding) {}

    /** A mark price of a subscribed derivative. */
    protected void onMarkPrice(MarkPrice mark) {}

    /** A subscribed instrument started or stopped trading. */
    protected void onStatus(InstrumentStatus status) {}

    /** Anything that happened to one of this strategy's orders, fills included. */
    protected void onOrder(OrderEvent event) {}

    /** A fill of one of this strategy's orders, after {@link #onOrder}; position and balances include it already. */
    protected void onFill(Fill fill) {}

    /** A timer of this strategy came due. */
    protected void onTimer(TimerEvent timer) {}

    /** Called once, last. Orders sent from here are still executed, but no further callback comes. */
    protected void onStop() {}

    /**
     * What this strategy may use.
     *
     * @throws IllegalStateException before {@link #onStart}
     */
    protected final StrategyContext context() {
        StrategyContext ctx = context;
        if (ctx == null) {
            throw new IllegalStateException(
                    getClass().getSimpleName() + " is not started yet; use its context from onStart on");
        }
        return ctx;
    }

    /** This strategy's orders. */
    protected final Orders orders() {
        return context().orders();
    }

    /** Works an order by an algorithm: {@code execute(orders().buy(btc).quantity("10"), Twap.of(horizon, interval))}. It ends with this strategy. */
    protected final Execution execute(OrderBuilder instruction, ExecutionAlgorithm algorithm) {
        return context().execute(instruction.request(), algorithm);
    }

    /** This strategy's own position in an instrument: a live view, flat until it trades. */
    protected final Position position(InstrumentId instrument) {
        return context().position(instrument);
    }

    /** This strategy's own long or short position in an instrument, in hedge mode; flat in netting mode. */
    protected final Position position(InstrumentId instrument, PositionSide side) {
        return context().position(instrument, side);
    }

    /** The engine's clock. */
    protected final Clock clock() {
        return context().clock();
    }

    void start(StrategyContext ctx) {
        this.context = ctx;
        onStart(ctx);
    }
}
