package io.ttquant.core.margin;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.core.portfolio.Ledger;
import io.ttquant.core.portfolio.PositionState;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The margin of an account's derivatives: what orders and positions need, what is free, and when positions are to be liquidated. */
public final class MarginAccount {
    private final Ledger ledger;
    private final AccountConfig config;
    private final Map<String, MarginGroup> groups = new LinkedHashMap<>();
    private final Map<InstrumentId, InstrumentMargin> members = new LinkedHashMap<>();

    /** An account of which the ledger has balances and positions. */
    public MarginAccount(Ledger ledger, AccountConfig config) {
        this.ledger = ledger;
        this.config = config;
    }

    /** The models. */
    public AccountConfig config() {
        return config;
    }

    /**
     * Makes a derivative known.
     *
     * @param venuePrice the price by which the venue judges positions in it, at the price scale; 0 as long as none is known
     * @return its margin, for use without a look-up
     */
    public InstrumentMargin register(Instrument instrument, LongSupplier venuePrice) {
        return members.computeIfAbsent(instrument.id(), id -> {
            InstrumentMargin member = new InstrumentMargin(
                    instrument,
                    Brackets.of(instrument, config.termsOf(id)),
                    (PositionState) ledger.netPosition(id),
                    venuePrice);
            group(instrument.settlement()).add(member);
            return member;
        });
    }

    private MarginGroup group(Currency currency) {
        return groups.computeIfAbsent(currency.code(), code -> new MarginGroup(currency, ledger));
    }

    /** The groups by settlement currency, in the order of first use. */
    public Collection<MarginGroup> groups() {
        return java.util.Collections.unmodifiableCollection(groups.values());
    }

    /** The group of an instrument. */
    public MarginGroup groupOf(InstrumentMargin member) {
        return group(member.instrument().settlement());
    }

    /** The group of a settlement currency; null if no derivative is settled in it. */
    public @Nullable MarginGroup groupOf(Currency currency) {
        return groups.get(currency.code());
    }

    /** The margin of an instrument; null for spot. */
    public @Nullable InstrumentMargin of(InstrumentId instrument) {
        return members.get(instrument);
    }

    /**
     * Holds back the margin of an order instead of what it held back before; that stays if a sum does not fit. An order that can only make the larger side of its position
     * smaller needs none.
     *
     * @param rawPrice the price to reckon with
     * @param rawQuantity what is still to be filled
     * @param rawFee the fee to reckon with, in the settlement currency
     * @return null if it is held back now; otherwise nothing is changed
     * @throws ArithmeticException if a sum does not fit; nothing is changed then
     */
    public @Nullable Shortfall hold(
            View view,
            MarginHold hold,
            InstrumentMargin member,
            boolean isBuy,
            long rawPrice,
            long rawQuantity,
            long rawFee) {
        int v = view.index();
        long oldQuantity = Math.abs(hold.rawQuantity[v]);
        long oldValue = hold.rawValue[v];
        long oldCost = hold.rawCost[v];
        try {
            Shortfall shortfall = replace(view, hold, member, isBuy, rawPrice, rawQuantity, rawFee);
            if (shortfall == null) {
                return null;
            }
            restore(view, hold, member, isBuy, oldValue, oldQuantity, oldCost);
            long worst = Math.addExact(Math.abs(oldValue), member.instrument().rawNotional(rawPrice, rawQuantity));
            return new Shortfall(
                    shortfall.rawNeeded(),
                    shortfall.rawFree(),
                    member.brackets().leverage(worst));
        } catch (ArithmeticException e) {
            restore(view, hold, member, isBuy, oldValue, oldQuantity, oldCost);
            throw e;
        }
    }

    private static void restore(
            View view,
            MarginHold hold,
            InstrumentMargin member,
            boolean isBuy,
            long rawValue,
            long rawQuantity,
            long rawCost) {
        member.release(view, hold, Long.MAX_VALUE);
        if (rawQuantity != 0) {
            member.restore(view, hold, isBuy, rawValue, rawQuantity, rawCost);
        }
    }

    private @Nullable Shortfall replace(
            View view,
            MarginHold hold,
            InstrumentMargin member,
            boolean isBuy,
            long rawPrice,
            long rawQuantity,
            long rawFee) {
        member.release(view, hold, Long.MAX_VALUE);
        MarginGroup group = groupOf(member);
        long free = group.rawFree(view);
        long usedBefore = member.rawUsed(view);
        member.add(view, hold, isBuy, rawPrice, rawQuantity, 0);
        long increase = member.rawUsed(view) - usedBefore;
        long loss = Math.max(0, member.rawLossAtOnce(isBuy, rawPrice, rawQuantity, 0));
        long cost = Math.addExact(loss, Math.max(0, rawFee));
        long needed = Math.addExact(increase, hold.rawBeyond(view, MarginPart.COST, isBuy, cost));
        if (increase > 0 && needed > free) {
            return new Shortfall(needed, free, member.brackets().leverage(0));
        }
        member.release(view, hold, Long.MAX_VALUE);
        member.add(view, hold, isBuy, rawPrice, rawQuantity, increase > 0 ? cost : Math.min(cost, Math.max(0, free)));
        if (view == View.KNOWN) {
            group.sample();
        }
        return null;
    }

    /**
     * Holds back at the exchange what an order held back when it was sent.
     *
     * @return how much is missing; 0 if it is held back now
     */
    public long holdAsSent(MarginHold hold, InstrumentMargin member, boolean isBuy) {
        int sent = View.KNOWN.index();
        if (hold.rawQuantity[sent] == 0) {
            return 0;
        }
        long free = groupOf(member).rawFree(View.EXCHANGE);
        long usedBefore = member.rawUsed(View.EXCHANGE);
        long costsBefore = member.rawCosts(View.EXCHANGE);
        member.restore(
                View.EXCHANGE, hold, isBuy, hold.rawValue[sent], Math.abs(hold.rawQuantity[sent]), hold.rawCost[sent]);
        long needed = member.rawUsed(View.EXCHANGE) - usedBefore;
        long costs = member.rawCosts(View.EXCHANGE) - costsBefore;
        if (needed - costs > 0 && needed > free) {
            member.release(View.EXCHANGE, hold, Long.MAX_VALUE);
            return needed - free;
        }
        return 0;
    }

    /** Holds back for at most this quantity from now on. */
    public void shrinkTo(View view, MarginHold hold, InstrumentMargin member, long rawLeaves) {
        member.release(view, hold, Math.max(0, Math.abs(hold.rawQuantity[view.index()]) - rawLeaves));
    }

    /** Releases all that an order holds back. */
    public void release(View view, MarginHold hold, InstrumentMargin member) {
        member.release(view, hold, Long.MAX_VALUE);
    }

    /** Why a fill cannot be paid for at the exchange; null if it can. One for whose value margin is held back, or that needs no more, always can. */
    public @Nullable Shortfall shortfall(
            MarginHold hold, InstrumentMargin member, boolean isBuy, long rawPrice, long rawQuantity, long rawFee) {
        long increase = member.rawIncrease(hold, isBuy, rawQuantity);
        if (increase <= 0
                || hold.isHeldAtExchange(member.instrument().rawNotional(rawPrice, rawQuantity), rawQuantity)) {
            return null;
        }
        long whole = Math.abs(hold.rawQuantity[View.EXCHANGE.index()]);
        long ownCost = whole == 0
                ? 0
                : FixedPoint.multiplyDivide(hold.rawCost[View.EXCHANGE.index()], Math.min(rawQuantity, whole), whole);
        long needed = Math.addExact(increase, member.rawLossAtOnce(isBuy, rawPrice, rawQuantity, rawFee)) - ownCost;
        long free = groupOf(member).rawFree(View.EXCHANGE);
        long value = member.instrument().rawNotional(rawPrice, rawQuantity);
        return needed <= free
                ? null
                : new Shortfall(needed, free, member.brackets().leverage(value));
    }

    /** A fill happened at the exchange; its report is under way. */
    public void filled(
            MarginHold hold, InstrumentMargin member, boolean isBuy, long rawPrice, long rawQuantity, long rawFee) {
        member.release(View.EXCHANGE, hold, rawQuantity);
        member.filled(isBuy, rawPrice, rawQuantity, rawFee);
    }

    /** The report of a fill arrived, and the ledger has booked it. */
    public void reported(
            MarginHold hold, InstrumentMargin member, boolean isBuy, long rawPrice, long rawQuantity, long rawFee) {
        member.release(View.KNOWN, hold, rawQuantity);
        member.reported(isBuy, rawPrice, rawQuantity, rawFee);
    }

    /** A position received or paid money that was no fill. */
    public void flow(InstrumentId instrument, long rawAmount) {
        InstrumentMargin member = members.get(instrument);
        if (member != null) {
            member.flow(rawAmount);
        }
    }

    /**
     * Assigns more margin to an isolated position, or takes some back.
     *
     * @param rawAmount at the scale of the settlement currency; negative to take back
     * @throws IllegalArgumentException if the instrument has no isolated position, or more is moved than is free, or than may be taken back
     */
    public void assign(InstrumentId instrument, long rawAmount) {
        InstrumentMargin member = members.get(instrument);
        if (member == null || !member.isIsolated() || member.rawQuantity(View.EXCHANGE) == 0) {
            throw new IllegalArgumentException(
                    instrument + " has no isolated position; only such a one has margin of its own to change");
        }
        Currency currency = member.instrument().settlement();
        long free = groupOf(member).rawFree(View.EXCHANGE);
        long spare = member.rawSpare();
        if (rawAmount > free || -rawAmount > spare) {
            throw new IllegalArgumentException("margin of " + FixedPoint.format(rawAmount, currency.scale()) + " "
                    + currency + " cannot be moved to the isolated position in " + instrument + ": free are "
                    + FixedPoint.format(free, currency.scale()) + ", and " + FixedPoint.format(spare, currency.scale())
                    + " may be taken back; move less");
        }
        member.transfer(rawAmount);
    }

    /** True if positions that share their margin with this instrument's are to be liquidated at the prices of now. */
    public boolean isBreached(InstrumentMargin member) {
        return groupOf(member).isBreached(member);
    }

    /** The instruments whose positions and orders share their margin with this one, itself among them. */
    public List<InstrumentMargin> sharing(InstrumentMargin member) {
        return groupOf(member).sharing(member);
    }

    /** An instrument of a shared margin whose position has no price, so that nothing can be judged; null if there is none. */
    public @Nullable InstrumentMargin unpriced(InstrumentMargin member) {
        for (InstrumentMargin other : sharing(member)) {
            if (other.isUnpriced(View.EXCHANGE)) {
                return other;
            }
        }
        return null;
    }

    /**
     * The first price on the way from one to another at which positions are to be liquidated, in ticks from the first price; 0 if there is none.
     * The margin ratio moves one way with the price of one instrument, so that the way is halved until one tick is left.
     */
    public long rawBreachPrice(InstrumentMargin member, long rawFrom, long rawTo) {
        if (member.rawQuantity(View.EXCHANGE) == 0 || unpriced(member) != null) {
            return 0;
        }
        try {
            return isBreachedAt(member, rawFrom)
                    ? rawFrom
                    : isBreachedAt(member, rawTo) ? halve(member, rawFrom, rawTo) : 0;
        } finally {
            member.judge(0);
        }
    }

    private long halve(InstrumentMargin member, long rawFrom, long rawTo) {
        long tick = member.instrument().rawTick();
        long sign = rawTo > rawFrom ? tick : -tick;
        long safe = 0;
        long breached = (Math.abs(rawTo - rawFrom) + tick - 1) / tick;
        while (breached - safe > 1) {
            long middle = (safe + breached) >>> 1;
            if (isBreachedAt(member, rawFrom + sign * middle)) {
                breached = middle;
            } else {
                safe = middle;
            }
        }
        long price = rawFrom + sign * breached;
        return rawTo > rawFrom ? Math.min(price, rawTo) : Math.max(price, rawTo);
    }

    private boolean isBreachedAt(InstrumentMargin member, long rawPrice) {
        member.judge(rawPrice);
        return isBreached(member);
    }
}
