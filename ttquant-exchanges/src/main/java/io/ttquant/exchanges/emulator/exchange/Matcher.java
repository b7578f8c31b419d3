package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;
import java.util.Objects;

/** Price first, then time: an arriving order trades with the best resting ones, at their prices. */
final class Matcher {
    private final Core core;
    private final Settlement settlement;
    private final OrderDesk orders;

    Matcher(Core core, OrderDesk orders) {
        this.core = core;
        this.orders = orders;
        settlement = new Settlement(core);
    }

    /** Trades as long as there is something to trade with. The taker may have ended then. */
    void match(LiveOrder taker) {
        BookSide opposite = taker.market.book.side(taker.side().opposite());
        for (LiveOrder maker = opposite.best();
                maker != null && taker.status.isOpen() && wants(taker, maker);
                maker = opposite.best()) {
            if (maker.account == taker.account && preventsSelfTrade(taker, maker)) {
                continue;
            }
            BigDecimal quantity = Decimals.min(takerQuantity(taker, maker), makerQuantity(maker));
            if (reducible(maker).signum() == 0) {
                orders.end(maker, OrderStatus.EXPIRED, OrderReason.NOTHING_TO_REDUCE);
            } else if (quantity.signum() > 0) {
                trade(taker, maker, quantity);
            }
        }
    }

    private boolean wants(LiveOrder taker, LiveOrder maker) {
        if (!Book.reaches(taker.side(), taker.price, BookSide.price(maker))) {
            return false;
        }
        if (reducible(taker).signum() == 0) {
            orders.end(taker, OrderStatus.EXPIRED, OrderReason.NOTHING_TO_REDUCE);
            return false;
        }
        if (takerQuantity(taker, maker).signum() > 0) {
            return true;
        }
        if (!taker.isByQuote() && taker.remaining().signum() > 0) {
            orders.end(taker, OrderStatus.EXPIRED, OrderReason.FUNDS);
        }
        return false;
    }

    /** What the taker wants at the maker's price: bounded by what it may reduce, and where nothing is reserved by what it can pay. */
    private BigDecimal takerQuantity(LiveOrder taker, LiveOrder maker) {
        Market market = taker.market.market;
        BigDecimal price = BookSide.price(maker);
        BigDecimal lot = market.quantities().lot();
        BigDecimal wanted = taker.isByQuote()
                ? Decimals.lots(
                        Objects.requireNonNull(taker.request.quoteQuantity()).subtract(taker.filledValue), price, lot)
                : Decimals.min(taker.remaining(), reducible(taker));
        if (market.isContract() || taker.account.isBackground() || !taker.isMarket()) {
            return wanted;
        }
        String asset = Ledger.reservedAsset(taker);
        BigDecimal free = Margins.cash(core, taker.account, asset).add(taker.reserved);
        BigDecimal payable = Decimals.lots(free, taker.side() == Side.SELL ? BigDecimal.ONE : price, lot);
        return Decimals.min(wanted, payable);
    }

    private static BigDecimal makerQuantity(LiveOrder maker) {
        return Decimals.min(maker.shown, reducible(maker));
    }

    /** How much an order may trade: its rest, or what there is to reduce if it may only reduce. */
    static BigDecimal reducible(LiveOrder order) {
        if (!order.reduces()) {
            return order.isByQuote() ? BigDecimal.ONE : order.remaining();
        }
        return order.account
                .position(order.market.market, order.request.positionSide(), order.mode())
                .closable(order.side());
    }

    private boolean preventsSelfTrade(LiveOrder taker, LiveOrder maker) {
        return switch (orders.prevention(taker)) {
            case NONE -> false;
            case CANCEL_TAKER -> {
                orders.end(taker, OrderStatus.EXPIRED_IN_MATCH, OrderReason.SELF_TRADE);
                yield true;
            }
            case CANCEL_MAKER -> {
                orders.end(maker, OrderStatus.EXPIRED_IN_MATCH, OrderReason.SELF_TRADE);
                yield true;
            }
            case CANCEL_BOTH -> {
                orders.end(maker, OrderStatus.EXPIRED_IN_MATCH, OrderReason.SELF_TRADE);
                orders.end(taker, OrderStatus.EXPIRED_IN_MATCH, OrderReason.SELF_TRADE);
                yield true;
            }
        };
    }

    private void trade(LiveOrder taker, LiveOrder maker, BigDecimal quantity) {
        MarketState market = taker.market;
        BigDecimal price = BookSide.price(maker);
        BigDecimal plain = Decimals.plain(quantity);
        var trade = new Trade(
                market.nextTrade++,
                market.market.symbol(),
                price,
                plain,
                market.market.value(plain, price),
                taker.side(),
                maker.id,
                taker.id,
                core.now());
        take(maker, trade);
        take(taker, trade);
        market.book.traded(maker, plain);
        market.print(trade);
        fill(maker, trade, true);
        fill(taker, trade, false);
        core.tape.write((sequence, time) -> new ExchangeEvent.TradePrinted(sequence, time, trade));
        orders.traded(maker);
        orders.traded(taker);
    }

    private void take(LiveOrder order, Trade trade) {
        order.filled = Decimals.plain(order.filled.add(trade.quantity()));
        order.filledValue = Decimals.plain(order.filledValue.add(trade.value()));
        order.updated = core.now();
        order.reason = OrderReason.TRADED;
        if (order.isByQuote()) {
            order.quantity = order.filled;
        }
        boolean isDone = order.isByQuote()
                ? isSpent(order, trade.price())
                : order.remaining().signum() == 0;
        order.status = isDone ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED;
    }

    /** Whether what is left of an amount of quote does not buy a lot. */
    private static boolean isSpent(LiveOrder order, BigDecimal price) {
        BigDecimal left = Objects.requireNonNull(order.request.quoteQuantity()).subtract(order.filledValue);
        return Decimals.lots(left, price, order.market.market.quantities().lot())
                        .signum()
                == 0;
    }

    private void fill(LiveOrder order, Trade trade, boolean isMaker) {
        Fill fill = settlement.settle(order, trade, isMaker);
        if (!order.account.isBackground()) {
            order.account.fills.add(fill);
            Order view = order.view();
            core.tape.write((sequence, time) -> new ExchangeEvent.Filled(sequence, time, fill, view));
        }
    }
}
