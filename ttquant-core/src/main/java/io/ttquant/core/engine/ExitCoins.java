package io.ttquant.core.engine;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentKind;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.Side;
import io.ttquant.core.portfolio.FundsPolicy;
import io.ttquant.core.portfolio.PositionState;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that an exit on spot sells what is there, where the account has fewer coins than its position says:
 * somebody took some out or sold them, or fees of other trades were paid in them. An exchange refuses all of a sale of
 * more coins than there are. Coins that another strategy holds are left to it, unless they are being sold as well.
 */
record ExitCoins(Engine engine, Exits exits) {
    /**
     * An exit as it can be paid for. It stays as it is if all of it is there; if nothing is, so that somebody hears of
     * it; and while the strategy's own orders hold coins back, which will be free.
     *
     * @return null if there are only coins that others hold
     */
    @Nullable
    OrderRequest covered(Exit exit, OrderRequest asked) {
        if (!isPaid(asked)) {
            return asked;
        }
        boolean isAllThere = rawSellable(asked, 0) == asked.rawQuantity();
        if (isAllThere && !exit.isShort()) {
            return asked;
        }
        if (exit.channel.open(exit.slot).rawOpen(exit.side, Side.SELL) > 0) {
            return asked;
        }
        long rawOwn =
                rawSellable(asked, rawOfOthers(exit.slot, asked.instrument().base()));
        exit.noteShort(rawOwn, asked.rawQuantity());
        OrderRequest own = asked.withQuantity(rawOwn);
        if (rawOwn > 0 && engine.desk().checks().keepsRules(own)) {
            return own;
        }
        return isAllThere ? null : asked;
    }

    private boolean isPaid(OrderRequest asked) {
        return asked.instrument().kind() == InstrumentKind.SPOT
                && asked.side() == Side.SELL
                && engine.ledger().policy() != FundsPolicy.BORROW;
    }

    /** What of it free coins pay for, so many of them left to others. */
    private long rawSellable(OrderRequest asked, long rawOfOthers) {
        long rawFree = engine.ledger().rawFree(asked.instrument().base()) - rawOfOthers;
        return engine.desk().checks().rawSellable(asked.instrument(), rawFree, asked.rawQuantity());
    }

    /** Free coins, at their own scale, that others hold and keep; whatever they trade them for. */
    private long rawOfOthers(StrategySlot own, Currency coin) {
        long sum = 0;
        for (InstrumentChannel channel : engine.channels()) {
            Instrument instrument = channel.instrument();
            if (instrument.kind() == InstrumentKind.SPOT && instrument.base().equals(coin)) {
                sum += FixedPoint.rescale(rawOfOthers(own, channel), instrument.quantityScale(), coin.scale());
            }
        }
        return sum;
    }

    private long rawOfOthers(StrategySlot own, InstrumentChannel channel) {
        ChannelPositions positions = channel.positions();
        long sum = 0;
        for (int index = 0; index < positions.size(); index++) {
            StrategySlot other = engine.slot(index);
            PositionState held = positions.orNull(other);
            if (held != null && other != own && !exits.isActive(other, channel, held.side())) {
                // What its open sales hold back is not free.
                sum += Math.max(0, held.rawQuantity() - channel.open(other).rawOpen(held.side(), Side.SELL));
            }
        }
        return sum;
    }
}
