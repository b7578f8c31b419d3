package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What only who runs the exchange can do. */
public final class Operator {
    private final Core core;
    private final OrderDesk desk;

    Operator(Core core, OrderDesk desk) {
        this.core = core;
        this.desk = desk;
    }

    /**
     * Opens a market, or changes the rules of one that is open; orders that rest stay as they are.
     *
     * @throws IllegalArgumentException if the kind or an asset of an open one would change
     */
    public void market(Market market) {
        core.catchUp();
        MarketState state = core.markets.computeIfAbsent(market.symbol(), symbol -> new MarketState(market));
        boolean isOther = state.market.kind() != market.kind()
                || !state.market.base().equals(market.base())
                || !state.market.quote().equals(market.quote())
                || !state.market.settle().equals(market.settle());
        if (isOther) {
            throw new IllegalArgumentException("kind and assets of " + market.symbol() + " cannot change; use another symbol");
        }
        state.market = market;
        for (AccountState account : core.accounts.values()) {
            for (PositionState position : account.positions.values()) {
                position.market = position.market.symbol().equals(market.symbol()) ? market : position.market;
            }
        }
        tell(state);
    }

    /** Lets a market trade, take post-only orders, cancels or nothing. */
    public void status(String symbol, MarketStatus status) {
        core.catchUp();
        MarketState state = core.market(symbol);
        state.status = status;
        tell(state);
    }

    private void tell(MarketState state) {
        Market market = state.market;
        MarketStatus status = state.status;
        core.tape.write((sequence, time) -> new ExchangeEvent.MarketChanged(sequence, time, market, status));
        core.tape.deliver();
    }

    /** Sets the index price, and the mark price; null lets the mark follow the index, and the index the last trade. */
    public void prices(String symbol, @Nullable BigDecimal index, @Nullable BigDecimal mark) {
        core.command(() -> {
            MarketState state = core.market(symbol);
            state.index = index == null ? null : Decimals.positive("index price", index);
            state.mark = mark == null ? null : Decimals.positive("mark price", mark);
            state.isMoved = true;
            tellPrices(state);
            return state;
        });
    }

    /** Sets the rate of the next funding payments: longs pay shorts this share of their value. */
    public void fundingRate(String symbol, BigDecimal rate) {
        core.command(() -> {
            MarketState state = core.market(symbol);
            state.fundingRate = Decimals.bounded("funding rate", rate);
            tellPrices(state);
            return state;
        });
    }

    private void tellPrices(MarketState state) {
        MarkPrice prices = state.prices(core.now());
        core.tape.write((sequence, time) -> new ExchangeEvent.MarkChanged(sequence, time, prices));
    }

    /** Ends an open order as an exchange does on its own account. */
    public Outcome<Order> end(String account, String symbol, OrderRef ref, OrderStatus status, OrderReason reason) {
        return core.command(() -> {
            LiveOrder order = core.account(account).find(symbol, ref);
            if (order == null || status.isOpen()) {
                throw new Refused(RefusalReason.NO_ORDER, "there is no open order " + ref);
            }
            desk.end(order, status, reason);
            return order.view();
        });
    }
}
