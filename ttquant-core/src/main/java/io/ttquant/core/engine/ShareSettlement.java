package io.ttquant.core.engine;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.PositionSide;
import io.ttquant.core.engine.Inheritance.OwnOrder;
import io.ttquant.core.engine.Inheritance.OwnPosition;
import io.ttquant.core.portfolio.PositionShares;
import io.ttquant.core.portfolio.PositionState;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sees to it that strategies which have positions back hold no more than the account does, once all fills of the time
 * between are known. What the account holds
 * beyond them is the account's own. Where it holds less, or the other side, the only strategy that holds something
 * keeps what there is on its side; of several it is
 * not known whose is gone, and none keeps anything. Of spot each keeps its part of the balance.
 */
final class ShareSettlement {
    private final Engine engine;
    private final StrategySlot external;
    private final Set<Share> all = new LinkedHashSet<>();

    ShareSettlement(Engine engine, StrategySlot external, Inheritance inherited) {
        this.engine = engine;
        this.external = external;
        for (OwnPosition each : inherited.positions()) {
            all.add(new Share(each.strategyId(), each.instrument(), each.side()));
        }
        // One that held nothing may have fills of the time between.
        for (OwnOrder each : inherited.orders()) {
            all.add(new Share(
                    each.strategyId(),
                    each.order().request().instrument().id(),
                    each.order().request().positionSide()));
        }
    }

    private record Share(String strategyId, InstrumentId instrument, PositionSide side) {}

    private record Place(Instrument instrument, PositionSide side) {}

    /** Does so; what agrees stays as it is. */
    void settle() {
        Map<Place, List<PositionState>> derivatives = new LinkedHashMap<>();
        Map<Currency, List<PositionState>> spot = new LinkedHashMap<>();
        for (Share each : all) {
            StrategySlot slot = ReturnedOrders.slot(engine.slots(), each.strategyId());
            if (slot != null) {
                InstrumentChannel channel = engine.channel(each.instrument());
                Instrument i = channel.instrument();
                PositionState position = channel.positions().of(slot, each.side());
                if (i.kind().isDerivative()) {
                    derivatives
                            .computeIfAbsent(new Place(i, each.side()), place -> new ArrayList<>())
                            .add(position);
                } else {
                    spot.computeIfAbsent(i.base(), base -> new ArrayList<>()).add(position);
                }
            }
        }
        derivatives.forEach(this::derivative);
        spot.forEach(this::spot);
    }

    private void derivative(Place place, List<PositionState> shares) {
        Instrument i = place.instrument();
        long rawHeld = engine.ledger().netPosition(i.id(), place.side()).rawQuantity();
        long rawOwned = 0;
        for (PositionState share : shares) {
            rawOwned = Math.addExact(rawOwned, share.rawQuantity());
        }
        long rawRest = Math.subtractExact(rawHeld, rawOwned);
        boolean isSurplus =
                Long.signum(rawRest) == Long.signum(rawHeld) && Long.signum(rawOwned) != -Long.signum(rawHeld);
        if (rawRest == 0 || isSurplus || shares.stream().allMatch(share -> share.rawQuantity() == 0)) {
            return;
        }
        List<PositionState> holders =
                shares.stream().filter(share -> share.rawQuantity() != 0).toList();
        String what = "the exchange has " + i.formatQuantity(rawHeld) + " " + i + " and strategies held "
                + i.formatQuantity(rawOwned) + " of it";
        for (PositionState holder : holders) {
            boolean isItsSide = Long.signum(holder.rawQuantity()) == Long.signum(rawHeld);
            long rawKept = holders.size() > 1 || !isItsSide ? 0 : least(holder.rawQuantity(), rawHeld);
            cut(holder, rawKept, what);
        }
    }

    private static long least(long a, long b) {
        return Math.abs(a) < Math.abs(b) ? a : b;
    }

    /**
     * Of spot there are balances only: what was sold of another's is nobody's position, and what is held must be there.
     */
    private void spot(Currency base, List<PositionState> shares) {
        List<PositionState> holders =
                shares.stream().filter(share -> share.rawQuantity() > 0).toList();
        long rawHeld = engine.ledger().balance(base.code()).rawTotal();
        long rawOwned = 0;
        for (PositionState holder : holders) {
            rawOwned = Math.addExact(rawOwned, rawBase(holder, base));
        }
        if (rawOwned <= rawHeld) {
            return;
        }
        String what = "the exchange has " + FixedPoint.format(rawHeld, base.scale()) + " " + base
                + " and strategies held " + FixedPoint.format(rawOwned, base.scale()) + " of it";
        for (PositionState holder : holders) {
            cut(holder, part(holder.rawQuantity(), Math.max(0, rawHeld), rawOwned), what);
        }
    }

    /** Coins are alike, so that each holder keeps the same part of its own; rounded down. */
    private static long part(long rawQuantity, long rawHeld, long rawOwned) {
        return BigInteger.valueOf(rawQuantity)
                .multiply(BigInteger.valueOf(rawHeld))
                .divide(BigInteger.valueOf(rawOwned))
                .longValueExact();
    }

    private static long rawBase(PositionState position, Currency base) {
        return FixedPoint.rescale(position.rawQuantity(), position.instrument().quantityScale(), base.scale());
    }

    /** What closes it was reckoned from what it held by the store. */
    private void aimAt(PositionState holder) {
        StrategySlot slot = ReturnedOrders.slot(engine.slots(), holder.strategyId());
        GuardDesk guards = engine.risk().guards();
        if (slot != null && guards != null) {
            guards.returned(engine.channel(holder.instrument().id()), slot, holder);
        }
    }

    private void cut(PositionState holder, long rawKept, String what) {
        Instrument i = holder.instrument();
        String held = i.formatQuantity(holder.rawQuantity());
        PositionState rest = engine.channel(i.id()).positions().of(external, holder.side());
        PositionShares.cut(holder, rest, rawKept);
        aimAt(holder);
        engine.taps().divided(holder, engine.now());
        engine.taps()
                .notice(new AccountNotice(
                        engine.now(),
                        AccountNotice.Kind.EXTERNAL_POSITION,
                        i.id(),
                        what + ": " + holder.strategyId() + " held " + held + " and has back "
                                + i.formatQuantity(rawKept)
                                + "; the exchange counts, and what became of the rest is not known. Look at who else trades on the"
                                + " account"));
    }
}
