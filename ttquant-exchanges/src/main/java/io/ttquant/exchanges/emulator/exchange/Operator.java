package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What only who runs the exchange can do. */
public final class Operator {
    private final Core core;
    private final OrderDesk desk;
    private final Conditionals conditionals;
    private final Funding funding;
    private final Delivery delivery;
    private final Liquidator liquidator;

    Operator(Core core, OrderDesk desk, Conditionals conditionals, Liquidator liquidator) {
        this.core = core;
        this.desk = desk;
        this.conditionals = conditionals;
        this.liquidator = liquidator;
        funding = new Funding(core);
        delivery = new Delivery(core, desk);
    }

    /**
     * Opens a market, or changes the rules of one that is open; orders that rest stay as they are.
     *
     * @throws IllegalArgumentException if the kind, an asset or the contract value of an open one would change
     */
    public void market(Market market) {
        core.catchUp();
        MarketState state = core.markets.computeIfAbsent(market.symbol(), symbol -> begin(market));
        boolean isWorthOther = market.contract() != null
                && market.contract().value().compareTo(state.market.terms().value()) != 0;
        boolean isOther = state.market.kind() != market.kind()
                || !state.market.base().equals(market.base())
                || !state.market.quote().equals(market.quote())
                || !state.market.settle().equals(market.settle());
        if (isOther || isWorthOther) {
            throw new IllegalArgumentException(
                    "kind, assets and contract value of " + market.symbol() + " cannot change; use another symbol");
        }
        state.market = market;
        for (AccountState account : core.accounts.values()) {
            for (PositionState position : account.positions.values()) {
                position.market = position.market.symbol().equals(market.symbol()) ? market : position.market;
            }
        }
        tell(state);
    }

    private MarketState begin(Market market) {
        MarketState state = new MarketState(market);
        funding.schedule(state);
        closeMinutes(state);
        return state;
    }

    private void closeMinutes(MarketState state) {
        long end = (Math.floorDiv(core.now(), Candles.MINUTE) + 1) * Candles.MINUTE;
        core.agenda.at(end, () -> {
            Candle candle = state.candles.minute(end - Candles.MINUTE);
            if (candle != null) {
                String symbol = state.market.symbol();
                core.tape.write((sequence, time) -> new ExchangeEvent.CandleClosed(sequence, time, symbol, candle));
            }
            closeMinutes(state);
        });
    }

    /** Ends all orders of a market and stops it; positions stay. */
    public void close(String symbol) {
        core.require(() -> {
            MarketState state = core.market(symbol);
            delivery.endOrders(state);
            conditionals.endAll(state, null, OrderReason.MARKET_CLOSED);
        });
        status(symbol, MarketStatus.HALTED);
    }

    /**
     * Closes a contract for good: ends its orders, settles all positions at the price, and stops it.
     *
     * @throws IllegalArgumentException if it is no contract or the price is not above 0
     */
    public void deliver(String symbol, BigDecimal price) {
        Decimals.positive("delivery price", price);
        MarketState state = core.markets.get(symbol);
        if (state == null || !state.market.isContract()) {
            throw new IllegalArgumentException(symbol + " is no contract; only contracts are delivered");
        }
        close(symbol);
        core.require(() -> delivery.settle(state, price));
    }

    /** Lets a funding payment happen now, besides those at their times. */
    public void payFunding(String symbol) {
        core.require(() -> funding.pay(core.market(symbol)));
    }

    /** Puts a minute of the past in, so that there is a history to ask for; its trades are not known. */
    public void history(String symbol, Candle minute) {
        core.require(() -> core.market(symbol).candles.put(minute));
    }

    /** Lets a market trade, take post-only orders, cancels or nothing. */
    public void status(String symbol, MarketStatus status) {
        core.require(() -> {
            MarketState state = core.market(symbol);
            state.status = status;
            state.isMoved = true;
            tell(state);
        });
    }

    private void tell(MarketState state) {
        Market market = state.market;
        MarketStatus status = state.status;
        core.tape.write((sequence, time) -> new ExchangeEvent.MarketChanged(sequence, time, market, status));
        core.tape.deliver();
    }

    /** Sets the index price, and the mark price; null lets the mark follow the index, and the index the last trade. */
    public void prices(String symbol, @Nullable BigDecimal index, @Nullable BigDecimal mark) {
        core.require(() -> {
            MarketState state = core.market(symbol);
            state.index = index == null ? null : Decimals.positive("index price", index);
            state.mark = mark == null ? null : Decimals.positive("mark price", mark);
            state.isMoved = true;
            core.tellPrices(state);
        });
    }

    /** Sets the rate of the next funding payments: longs pay shorts this share of their value. */
    public void fundingRate(String symbol, BigDecimal rate) {
        core.require(() -> {
            MarketState state = core.market(symbol);
            state.fundingRate = Decimals.bounded("funding rate", rate);
            core.tellPrices(state);
        });
    }

    /** Takes a position over at the mark price, as an exchange does that reduces winners to pay for losers; its orders stay. */
    public Outcome<Position> takeOver(String account, String symbol, PositionSide side, MarginMode mode) {
        return core.command(() -> {
            MarketState market = core.market(symbol);
            BigDecimal price = market.markPrice();
            PositionState position = core.account(account).position(market.market, side, mode);
            if (price == null || position.isFlat()) {
                throw new Refused(RefusalReason.NOTHING_TO_REDUCE, "there is no position, or no price for it");
            }
            liquidator.takeOver(position, price);
            market.isMoved = true;
            return Positions.view(core, position);
        });
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
