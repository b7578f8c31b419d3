package io.ttquant.core.engine;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.Order;
import io.ttquant.core.margin.AccountConfig;
import io.ttquant.core.margin.Insurance;
import io.ttquant.core.order.TrackedOrder;
import io.ttquant.core.portfolio.BorrowLimit;
import io.ttquant.core.portfolio.CashFlow;
import io.ttquant.core.portfolio.Ledger;
import io.ttquant.core.portfolio.PositionState;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Liquidates the spot side of an account: all its open spot orders are cancelled, then what it holds is sold and what it owes bought back at the market, at
 * once, by orders of the exchange. First what strategies hold, then, if something is still owed, what they do not, such as start balances, by orders of
 * the first strategy.
 */
final class SpotLiquidation {
    private final Engine engine;
    private final BorrowLimit limit;
    private final AccountConfig config;
    private final Set<Order> unbooked = new LinkedHashSet<>();
    private final Set<InstrumentChannel> waiting = new LinkedHashSet<>();

    SpotLiquidation(Engine engine, BorrowLimit limit, AccountConfig config) {
        this.engine = engine;
        this.limit = limit;
        this.config = config;
    }

    /** True while orders of a liquidation are not booked. */
    boolean isUnderWay() {
        return !unbooked.isEmpty();
    }

    /** True if there is something to sell or to buy back. */
    boolean mayClose() {
        for (InstrumentChannel channel : engine.channels()) {
            if (rawBalance(channel, false) != 0 || rawBalance(channel, true) != 0) {
                return true;
            }
        }
        return false;
    }

    void run(String why) {
        waiting.clear();
        limit.setLiquidating(true);
        try {
            for (InstrumentChannel channel : engine.channels()) {
                if (!channel.instrument().kind().isDerivative()) {
                    cancelOrders(channel, why);
                }
            }
            close(false);
            if (limit.isOwing()) {
                close(true);
            }
        } finally {
            limit.setLiquidating(false);
        }
        engine.settle();
    }

    private void cancelOrders(InstrumentChannel channel, String why) {
        for (StrategySlot slot : engine.slots()) {
            for (Order order : engine.desk().open(slot, channel.instrument().id())) {
                engine.simulation().cancelNow(order, why);
            }
        }
    }

    /** Sales come first, since they bring what is bought back with; what one brings may have to be sold or bought back by another. */
    private void close(boolean isUnassigned) {
        int rounds = 1;
        for (InstrumentChannel channel : engine.channels()) {
            rounds += channel.instrument().kind().isDerivative() ? 0 : 1;
        }
        boolean isActive = true;
        for (int round = 0; round < rounds && isActive; round++) {
            isActive = close(isUnassigned, false);
            isActive |= close(isUnassigned, true);
        }
    }

    private boolean close(boolean isUnassigned, boolean isBuy) {
        boolean isActive = false;
        for (InstrumentChannel channel : engine.channels()) {
            for (StrategySlot slot : engine.slots()) {
                PositionState position = channel.positions().orNull(slot);
                long held = position == null ? 0 : engine.ledger().atExchange().rawPosition(position);
                long most = isUnassigned ? Long.MAX_VALUE : lots(channel, Math.max(0, isBuy ? -held : held), isBuy);
                long quantity = Math.min(most, rawBalance(channel, isBuy));
                if (quantity > 0) {
                    order(slot, channel, isBuy, quantity);
                    isActive = true;
                }
            }
        }
        return isActive;
    }

    /** What is to be sold of an instrument, or bought back, in whole lots: never more than is there, and no less than is owed. */
    private long rawBalance(InstrumentChannel channel, boolean isBuy) {
        Instrument i = channel.instrument();
        if (i.kind().isDerivative()
                || waiting.contains(channel)
                || channel.venuePrice().rawPrice() <= 0) {
            return 0;
        }
        long balance = limit.rawBalance(i.base());
        long amount = Math.max(0, isBuy ? Math.negateExact(balance) : balance);
        long unit = FixedPoint.pow10(i.base().scale() - i.quantityScale());
        return lots(channel, isBuy ? -Math.floorDiv(-amount, unit) : amount / unit, isBuy);
    }

    private static long lots(InstrumentChannel channel, long rawQuantity, boolean isUp) {
        long lot = channel.instrument().rawLot();
        long lots = isUp ? -Math.floorDiv(-rawQuantity, lot) : rawQuantity / lot;
        return Math.multiplyExact(lots, lot);
    }

    private void order(StrategySlot slot, InstrumentChannel channel, boolean isBuy, long rawQuantity) {
        PositionState position = channel.positions().of(slot);
        Order order = engine.desk()
                .liquidation(
                        slot,
                        channel,
                        LiquidationDesk.request(channel.instrument(), isBuy, rawQuantity, false, position),
                        position);
        unbooked.add(order);
        long before = limit.rawBalance(channel.instrument().base());
        engine.simulation().liquidate(order, 0, channel.venuePrice().rawPrice());
        engine.commandSent();
        if (limit.rawBalance(channel.instrument().base()) == before) {
            // Its market takes nothing now: the order waits there, and no second one is sent.
            waiting.add(channel);
        }
    }

    /** A fill was booked: takes the fee of the liquidation, and at the end says what was lost beyond the account's own. */
    void filled(TrackedOrder order, long rawPrice, long rawQuantity) {
        Instrument i = order.instrument();
        BigDecimal rate = config.liquidationFee();
        long fee = i.rawNotionalPart(rawPrice, rawQuantity, rate.unscaledValue().longValueExact(), rate.scale());
        if (fee != 0) {
            engine.ledger().pay(order.position(), CashFlow.Kind.LIQUIDATION_FEE, -fee);
            engine.taps()
                    .cashFlow(new CashFlow(
                            engine.now(),
                            CashFlow.Kind.LIQUIDATION_FEE,
                            order.position().strategyId(),
                            i.id(),
                            i.settlement(),
                            -fee,
                            rate.toPlainString() + " of " + i.formatQuantity(rawQuantity) + " at "
                                    + i.formatPrice(rawPrice)));
        }
        if (order.isClosed() && unbooked.remove(order)) {
            coverOnceBooked();
        }
    }

    private void coverOnceBooked() {
        long equity = limit.rawEquity();
        if (!unbooked.isEmpty() || equity == Ledger.UNKNOWN || equity >= 0) {
            return;
        }
        Currency currency = engine.ledger().reporting();
        String missing = FixedPoint.format(-equity, currency.scale()) + " " + currency;
        boolean isFunded = config.insurance() == Insurance.FUND;
        engine.taps()
                .notice(new AccountNotice(
                        engine.now(),
                        AccountNotice.Kind.LOSS_BEYOND_MARGIN,
                        BorrowDesk.owedIn(engine, limit),
                        "the liquidation of the account left " + missing + " more owed than it has; "
                                + (isFunded ? "the insurance fund bears it" : "the account bears it")));
        if (isFunded) {
            engine.ledger().pay(currency, -equity);
            engine.taps()
                    .cashFlow(new CashFlow(
                            engine.now(),
                            CashFlow.Kind.INSURANCE,
                            "",
                            null,
                            currency,
                            -equity,
                            "loss beyond what the account has, borne by the insurance fund"));
        }
    }
}
