package io.ttquant.core.engine;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.order.TriggerSource;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.margin.InstrumentMargin;
import io.ttquant.core.margin.MarginAccount;
import io.ttquant.core.margin.MarginGroup;
import io.ttquant.core.margin.View;
import io.ttquant.core.portfolio.PositionState;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Liquidates positions whose margin ran out: first all open orders that share their margin are cancelled, then their positions are closed at
 * the market, at once, by orders of the exchange.
 */
final class LiquidationDesk {
    private static final String TAG = "liquidation";

    private final Engine engine;
    private final MarginAccount account;
    private final LiquidationLosses losses;
    private final Set<InstrumentMargin> unpriced = new LinkedHashSet<>();

    LiquidationDesk(Engine engine, MarginAccount account) {
        this.engine = engine;
        this.account = account;
        this.losses = new LiquidationLosses(engine, account);
    }

    LiquidationLosses losses() {
        return losses;
    }

    /** Judges all positions at the prices of now. */
    void judge() {
        for (MarginGroup group : account.groups()) {
            boolean isJudged = true;
            for (InstrumentMargin member : group.members()) {
                if (member.rawQuantity(View.EXCHANGE) != 0) {
                    isJudged &= judge(member);
                }
            }
            if (isJudged) {
                group.sample();
                group.secure();
            }
        }
    }

    /** False if it cannot be judged. */
    private boolean judge(InstrumentMargin member) {
        InstrumentMargin without = account.unpriced(member);
        if (without != null) {
            if (unpriced.add(without)) {
                notice(
                        AccountNotice.Kind.MARGIN_NOT_JUDGED,
                        member,
                        "the margin of " + member.instrument() + " cannot be judged: no price of "
                                + without.instrument() + " is known");
            }
            return false;
        }
        if (account.isBreached(member)) {
            liquidateAt(member, 0);
        }
        return true;
    }

    /**
     * Liquidates all that shares its margin with an instrument.
     *
     * @param rawPrice where the path of its bar is; 0 for the market as it is
     */
    void liquidateAt(InstrumentMargin member, long rawPrice) {
        String why = why(member, rawPrice);
        notice(AccountNotice.Kind.LIQUIDATION, member, why);
        for (InstrumentMargin other : account.sharing(member)) {
            cancelOrders(engine.channel(other.instrument().id()), why);
        }
        for (InstrumentMargin other : account.sharing(member)) {
            losses.begin(other);
            close(engine.channel(other.instrument().id()), other == member ? rawPrice : 0);
        }
        engine.settle();
    }

    private String why(InstrumentMargin member, long rawPrice) {
        member.judge(rawPrice);
        Currency currency = member.instrument().settlement();
        MarginGroup group = account.groupOf(member);
        String text = "liquidation of " + member.instrument() + " at "
                + member.instrument().formatPrice(member.rawMark()) + ": its "
                + (member.isIsolated() ? "isolated" : "cross") + " margin balance of "
                + FixedPoint.format(group.rawBehind(member), currency.scale()) + " " + currency
                + " is not above the maintenance margin of "
                + FixedPoint.format(group.rawRequired(member), currency.scale()) + " " + currency;
        member.judge(0);
        return text;
    }

    private void cancelOrders(InstrumentChannel channel, String why) {
        for (int i = 0; i < engine.slots().length; i++) {
            for (Order order :
                    engine.desk().open(engine.slot(i), channel.instrument().id())) {
                engine.simulation().cancelNow(order, why);
            }
        }
    }

    private void close(InstrumentChannel channel, long rawPrice) {
        for (int i = 0; i < engine.slots().length; i++) {
            StrategySlot slot = engine.slot(i);
            if (!channel.positions().has(slot)) {
                continue;
            }
            Instrument instrument = channel.instrument();
            if (engine.ledger().takes(instrument, PositionSide.NET)) {
                close(slot, channel, channel.positions().of(slot), rawPrice);
            } else {
                close(slot, channel, engine.ledger().position(slot.id, instrument, PositionSide.LONG), rawPrice);
                close(slot, channel, engine.ledger().position(slot.id, instrument, PositionSide.SHORT), rawPrice);
            }
        }
    }

    private void close(StrategySlot slot, InstrumentChannel channel, PositionState position, long rawPrice) {
        long held = engine.ledger().atExchange().rawPosition(position);
        if (held == 0) {
            return;
        }
        OrderRequest request = request(channel.instrument(), held < 0, Math.abs(held), true, position);
        Order order = engine.desk().liquidation(slot, channel, request, position);
        long price = rawPrice != 0 ? rawPrice : channel.venuePrice().rawPrice();
        engine.simulation().liquidate(order, rawPrice, price);
        engine.commandSent();
    }

    /** What the exchange orders to close a position. */
    static OrderRequest request(
            Instrument instrument, boolean isBuy, long rawQuantity, boolean isReduceOnly, PositionState position) {
        return new OrderRequest(
                instrument,
                isBuy ? Side.BUY : Side.SELL,
                OrderType.MARKET,
                rawQuantity,
                0,
                0,
                TimeInForce.GTC,
                EpochNanos.NEVER,
                false,
                isReduceOnly,
                TAG,
                TriggerSource.DEFAULT,
                null,
                0,
                position.side());
    }

    private void notice(AccountNotice.Kind kind, InstrumentMargin member, String message) {
        engine.taps()
                .notice(new AccountNotice(
                        engine.now(), kind, member.instrument().id(), message));
    }
}
