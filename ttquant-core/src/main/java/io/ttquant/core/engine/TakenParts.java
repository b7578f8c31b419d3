package io.ttquant.core.engine;

import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import io.ttquant.core.order.TrackedOrder;
import io.ttquant.core.portfolio.PositionShares;
import io.ttquant.core.portfolio.PositionState;
import java.util.ArrayList;
import java.util.List;

/**
 * Divides what an exchange took of the account's position in a derivative among those whose it was, so that no strategy
 * goes on to close what is gone. Contracts are alike: each part on that side, the account's own among them, loses the same
 * part of itself, in whole lots.
 */
final class TakenParts {
    private final Engine engine;
    private final StrategySlot external;

    TakenParts(Engine engine, StrategySlot external) {
        this.engine = engine;
        this.external = external;
    }

    private record Loss(StrategySlot slot, PositionState part, long rawQuantity) {}

    /**
     * An order of the exchange's own was filled, and that is booked on the account's own part: what strategies lose is
     * booked on them instead, at its price and with their part of its fee.
     *
     * @return what each of these strategies is to hear, of an order of its own that has the name of the exchange's
     */
    List<OrderEvent.Filled> liquidated(TrackedOrder order, Fill fill) {
        if (!order.instrument().kind().isDerivative()) {
            return List.of();
        }
        PositionState own = order.position();
        long rawSigned = order.side().sign() * fill.rawQuantity();
        long rawOwnBefore = Math.subtractExact(own.rawQuantity(), rawSigned);
        List<OrderEvent.Filled> told = new ArrayList<>();
        long rawSoFar = 0;
        for (Loss loss : losses(channel(order), own.side(), rawOwnBefore, rawSigned)) {
            long rawFeeBefore = FixedPoint.multiplyDivide(fill.rawFee(), rawSoFar, fill.rawQuantity());
            rawSoFar += loss.rawQuantity;
            long rawFee = FixedPoint.multiplyDivide(fill.rawFee(), rawSoFar, fill.rawQuantity()) - rawFeeBefore;
            told.add(pass(order, fill, loss, rawFee));
        }
        return told;
    }

    private InstrumentChannel channel(TrackedOrder order) {
        return engine.channel(order.instrument().id());
    }

    private OrderEvent.Filled pass(TrackedOrder order, Fill fill, Loss loss, long rawFee) {
        PositionShares.pass(
                engine.ledger(),
                order.position(),
                loss.part,
                order.side(),
                fill.rawPrice(),
                loss.rawQuantity,
                rawFee,
                fill.feeCurrency());
        TrackedOrder its = filled(order, fill, loss);
        engine.taps().divided(loss.part, engine.now());
        engine.desk().positionChanged(its);
        Instrument i = order.instrument();
        notice(
                AccountNotice.Kind.LIQUIDATION,
                i,
                "the exchange took " + i.formatQuantity(loss.rawQuantity) + " " + i + " of strategy " + loss.slot.id
                        + " by its order " + order.clientId() + ", a " + order.side() + " at "
                        + i.formatPrice(fill.rawPrice()) + "; the strategy has "
                        + i.formatQuantity(loss.part.rawQuantity()) + " left");
        return new OrderEvent.Filled(
                its,
                new Fill(
                        its,
                        fill.tradeId(),
                        fill.rawPrice(),
                        loss.rawQuantity,
                        rawFee,
                        fill.feeCurrency(),
                        fill.liquidity(),
                        fill.reason(),
                        fill.tsEvent(),
                        fill.tsInit()));
    }

    private TrackedOrder filled(TrackedOrder order, Fill fill, Loss loss) {
        OrderRequest request = LiquidationDesk.request(
                order.instrument(), order.side() == Side.BUY, loss.rawQuantity, true, loss.part);
        TrackedOrder its = TrackedOrder.adopted(
                new ExternalOrder(order.clientId(), "", request, OrderStatus.ACCEPTED, 0, fill.tsEvent()),
                engine.desk().nextSequence(),
                loss.slot.index,
                loss.slot.id,
                loss.part);
        its.fill(fill.tradeId(), fill.rawPrice(), loss.rawQuantity, false);
        return its;
    }

    /**
     * An audit found less of the account's position than by all that was reported, and that is booked on the account's own
     * part: what strategies lose is taken from them at their average prices. At which price it went is not known.
     *
     * @param rawOwnBefore the account's own part before that
     * @param rawBefore the account's position before, at the quantity scale
     * @param rawNow what the exchange has
     */
    void missing(InstrumentChannel channel, PositionSide side, long rawOwnBefore, long rawBefore, long rawNow) {
        long rawChange = Math.subtractExact(rawNow, rawBefore);
        if (Long.signum(rawChange) != -Long.signum(rawBefore)) {
            return;
        }
        // Beyond zero it is a position that somebody opened.
        long rawTaken = Long.signum(rawChange) * Math.min(Math.abs(rawChange), Math.abs(rawBefore));
        for (Loss loss : losses(channel, side, rawOwnBefore, rawTaken)) {
            cut(channel, loss);
        }
    }

    private void cut(InstrumentChannel channel, Loss loss) {
        Instrument i = channel.instrument();
        long rawHeld = loss.part.rawQuantity();
        long rawKept = rawHeld - Long.signum(rawHeld) * loss.rawQuantity;
        PositionShares.cut(loss.part, channel.positions().of(external, loss.part.side()), rawKept);
        engine.taps().divided(loss.part, engine.now());
        channel.open(loss.slot).refresh();
        GuardDesk guards = engine.risk().guards();
        if (guards != null) {
            guards.returned(channel, loss.slot, loss.part);
        }
        notice(
                AccountNotice.Kind.EXTERNAL_POSITION,
                i,
                "strategy " + loss.slot.id + " held " + i.formatQuantity(rawHeld) + " of the " + loss.part.side()
                        + " position in " + i + " and has " + i.formatQuantity(rawKept)
                        + " left, since the exchange has less than was reported; what became of the rest is not known");
    }

    /** What each strategy loses when the account's position changes by that much; the rest is lost by the account's own part. */
    private List<Loss> losses(InstrumentChannel channel, PositionSide side, long rawOwnBefore, long rawChange) {
        long rawWhole = rawAgainst(rawOwnBefore, rawChange);
        List<Loss> holders = new ArrayList<>();
        for (StrategySlot slot : engine.slots()) {
            if (channel.positions().has(slot)) {
                PositionState part = channel.positions().of(slot, side);
                long rawHeld = rawAgainst(part.rawQuantity(), rawChange);
                rawWhole = Math.addExact(rawWhole, rawHeld);
                if (rawHeld > 0) {
                    holders.add(new Loss(slot, part, rawHeld));
                }
            }
        }
        return shares(
                holders,
                rawWhole,
                Math.min(Math.abs(rawChange), rawWhole),
                channel.instrument().rawLot());
    }

    /** What of a part a change takes away: all of one on the other side, nothing of one on the same. */
    private static long rawAgainst(long rawPart, long rawChange) {
        return Long.signum(rawPart) == -Long.signum(rawChange) ? Math.abs(rawPart) : 0;
    }

    /** By the running sum, so that the shares add up. */
    private static List<Loss> shares(List<Loss> holders, long rawWhole, long rawTaken, long rawLot) {
        List<Loss> shares = new ArrayList<>();
        long rawHeld = 0;
        long rawBefore = 0;
        for (Loss holder : holders) {
            rawHeld = Math.addExact(rawHeld, holder.rawQuantity);
            long rawUntil = rawHeld == rawWhole
                    ? rawTaken
                    : FixedPoint.multiplyDivide(rawTaken, rawHeld, rawWhole) / rawLot * rawLot;
            long rawLost = Math.min(holder.rawQuantity, rawUntil - rawBefore);
            rawBefore = rawUntil;
            if (rawLost > 0) {
                shares.add(new Loss(holder.slot, holder.part, rawLost));
            }
        }
        return shares;
    }

    private void notice(AccountNotice.Kind kind, Instrument i, String message) {
        engine.taps().notice(new AccountNotice(engine.now(), kind, i.id(), message));
    }
}
