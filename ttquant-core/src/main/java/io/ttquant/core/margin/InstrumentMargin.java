package io.ttquant.core.margin;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.core.portfolio.PositionState;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The margin of one derivative. Orders of opposite sides are netted: what counts is the larger of the two positions that come of it if all
 * buys, or all sells, are filled.
 */
public final class InstrumentMargin {
    private final Instrument instrument;
    private final Brackets brackets;
    private final PositionState net;
    private final LongSupplier venuePrice;
    private final long[] rawBuyValue = new long[2];
    private final long[] rawSellValue = new long[2];
    private final long[] rawBuyQuantity = new long[2];
    private final long[] rawSellQuantity = new long[2];
    private final long[] rawCosts = new long[2];
    private long rawInFlight;
    private long rawInFlightCost;
    private long rawWallet;
    private long rawPathPrice;
    private @Nullable MarginGroup group;
    private long rawSafeLow = Long.MAX_VALUE;
    private long rawSafeHigh = Long.MIN_VALUE;

    InstrumentMargin(Instrument instrument, Brackets brackets, PositionState net, LongSupplier venuePrice) {
        this.instrument = instrument;
        this.brackets = brackets;
        this.net = net;
        this.venuePrice = venuePrice;
    }

    void join(MarginGroup its) {
        this.group = its;
    }

    private void changed() {
        if (group != null) {
            group.changed();
        }
    }

    /** True if no position can have run out of margin because this price, the venue's, is where it is now. */
    public boolean isSafeAt(long rawPrice) {
        return rawPrice >= rawSafeLow && rawPrice <= rawSafeHigh && group != null && group.isSecured();
    }

    /**
     * Works out between which prices the position cannot lose more than this.
     *
     * @param rawSpare at the scale of the settlement currency
     */
    void secure(long rawSpare) {
        long quantity = rawQuantity(View.EXCHANGE);
        long mark = rawMark();
        rawSafeLow = Long.MAX_VALUE;
        rawSafeHigh = Long.MIN_VALUE;
        if (quantity == 0 || mark == 0 || rawSpare <= 2) {
            return;
        }
        // A loss also raises the maintenance margin, by at most as much, and an inverse contract gains value as its
        // price falls, by no more than 3 %
        // beyond proportion within a percent: less than half of the spare is given to the price.
        double value = (double) Math.abs(rawValue(quantity)) + 1;
        double distance = Math.min(0.4 * ((double) rawSpare - 2) / value, 0.01) * (double) mark;
        long low = mark - (long) distance;
        long high = mark + (long) distance;
        if (low <= 0 || !isInOneTier(quantity, low, high)) {
            // At the edge of a tier without a deduction the requirement jumps.
            return;
        }
        rawSafeLow = low;
        rawSafeHigh = high;
    }

    private boolean isInOneTier(long rawQuantity, long rawLow, long rawHigh) {
        return brackets.areInOneTier(
                Math.abs(instrument.rawNotional(rawLow, rawQuantity)),
                Math.abs(instrument.rawNotional(rawHigh, rawQuantity)));
    }

    /** Of what. */
    public Instrument instrument() {
        return instrument;
    }

    /** Its margin requirements. */
    public Brackets brackets() {
        return brackets;
    }

    /** The margin that is assigned to an isolated position; 0 if it is cross or flat. */
    public long rawWallet() {
        return rawWallet;
    }

    /** True if its margin is assigned to it alone. */
    public boolean isIsolated() {
        return brackets.terms().mode() == MarginMode.ISOLATED;
    }

    /** The account's net position, at the quantity scale. */
    public long rawQuantity(View view) {
        return view == View.KNOWN ? net.rawQuantity() : Math.addExact(net.rawQuantity(), rawInFlight);
    }

    /** The price by which it is judged, at the price scale; 0 if none is known. */
    public long rawMark() {
        return rawPathPrice != 0 ? rawPathPrice : venuePrice.getAsLong();
    }

    /** Judges at a price on the path of a bar; 0 for the venue's price again. */
    public void judge(long rawPrice) {
        rawPathPrice = rawPrice;
    }

    /** True if it has a position whose value is not known. */
    boolean isUnpriced(View view) {
        return rawQuantity(view) != 0 && rawMark() == 0;
    }

    /** What the position has realised so far less its fees, as booked. */
    public long rawBooked() {
        return net.rawRealized() - net.rawFees();
    }

    /** What a quantity costs, with its sign; an inverse contract has the opposite one. */
    private long rawPaid(long rawPrice, long rawSigned) {
        long rawValue = instrument.rawNotional(rawPrice, rawSigned);
        return instrument.isInverse() ? -rawValue : rawValue;
    }

    /** What a fill costs with its fee less what it is worth at the mark. */
    long rawLossAtOnce(boolean isBuy, long rawPrice, long rawQuantity, long rawFee) {
        long rawSigned = isBuy ? rawQuantity : -rawQuantity;
        long mark = rawMark();
        long worth = rawPaid(mark == 0 ? rawPrice : mark, rawSigned);
        return Math.addExact(Math.subtractExact(rawPaid(rawPrice, rawSigned), worth), rawFee);
    }

    /** Profit or loss of what is held; none as long as no price is known. */
    long rawUnrealized(View view) {
        long quantity = rawQuantity(view);
        long cost = rawCost(view);
        if (quantity == 0) {
            return -cost;
        }
        long mark = rawMark();
        return mark == 0 ? 0 : Math.subtractExact(rawPaid(mark, quantity), cost);
    }

    private long rawCost(View view) {
        return view == View.KNOWN ? net.rawCost() : Math.addExact(net.rawCost(), rawInFlightCost);
    }

    /** At the price by which it is judged; as long as none is known, at what the position cost. */
    private long rawValue(long rawSigned) {
        long mark = rawMark();
        if (rawSigned == 0 || mark != 0) {
            return rawSigned == 0 ? 0 : instrument.rawNotional(mark, rawSigned);
        }
        long held = rawQuantity(View.EXCHANGE);
        long known = held == 0 ? net.rawQuantity() : held;
        long cost = held == 0 ? net.rawCost() : rawCost(View.EXCHANGE);
        return known == 0 ? 0 : FixedPoint.multiplyDivide(Math.abs(cost), rawSigned, Math.abs(known));
    }

    long rawMaintenance(View view) {
        long quantity = rawQuantity(view);
        return quantity == 0 ? 0 : brackets.rawMaintenance(Math.abs(rawValue(quantity)), Math.abs(quantity));
    }

    /** Initial margin of the position with all open orders. */
    long rawInitial(View view) {
        return rawInitial(view, rawQuantity(view), null, 0);
    }

    /** As it would be with another position and without a part of an order, counted in quantity. */
    private long rawInitial(View view, long rawHeld, @Nullable MarginHold without, long rawPart) {
        int v = view.index();
        long value = rawValue(rawHeld);
        boolean isWithoutBuy = without != null && without.rawValue[v] > 0;
        long whole = without == null ? 0 : Math.abs(without.rawQuantity[v]);
        long left = Math.max(0, whole - rawPart);
        long value0 = without == null
                ? 0
                : without.rawFreed(view, MarginPart.VALUE, part(Math.abs(without.rawValue[v]), rawPart, whole), left);
        long quantity0 =
                without == null ? 0 : without.rawFreed(view, MarginPart.QUANTITY, Math.min(rawPart, whole), left);
        long buys = rawBuyValue[v] - (isWithoutBuy ? value0 : 0);
        long sells = rawSellValue[v] - (isWithoutBuy ? 0 : value0);
        long buyQuantity = rawBuyQuantity[v] - (isWithoutBuy ? quantity0 : 0);
        long sellQuantity = rawSellQuantity[v] - (isWithoutBuy ? 0 : quantity0);
        return rawInitial(value, rawHeld, buys, sells, buyQuantity, sellQuantity);
    }

    private long rawInitial(long value, long held, long buys, long sells, long buyQuantity, long sellQuantity) {
        long most = Math.max(Math.abs(Math.addExact(value, buys)), Math.abs(Math.subtractExact(value, sells)));
        long mostQuantity =
                Math.max(Math.abs(Math.addExact(held, buyQuantity)), Math.abs(Math.subtractExact(held, sellQuantity)));
        return brackets.rawInitial(most, mostQuantity);
    }

    /** What open orders may lose at once, with their fees. */
    long rawCosts(View view) {
        return rawCosts[view.index()];
    }

    /** All that it takes from the margin of its currency. */
    long rawUsed(View view) {
        long initial = rawInitial(view);
        long orders = rawCosts[view.index()];
        if (!isIsolated()) {
            return Math.addExact(initial, orders);
        }
        long quantity = rawQuantity(view);
        long alone = brackets.rawInitial(Math.abs(rawValue(quantity)), Math.abs(quantity));
        return Math.addExact(Math.addExact(rawWallet, Math.max(0, initial - alone)), orders);
    }

    /** How much more initial margin a fill needs than is held back for it; negative if it needs less. */
    long rawIncrease(MarginHold hold, boolean isBuy, long rawQuantity) {
        long held = rawQuantity(View.EXCHANGE);
        long next = Math.addExact(held, isBuy ? rawQuantity : -rawQuantity);
        return rawInitial(View.EXCHANGE, next, hold, rawQuantity) - rawInitial(View.EXCHANGE);
    }

    void add(View view, MarginHold hold, boolean isBuy, long rawPrice, long rawQuantity, long rawCost) {
        set(view, hold, isBuy, instrument.rawNotional(rawPrice, rawQuantity), rawQuantity, rawCost);
    }

    void restore(View view, MarginHold hold, boolean isBuy, long rawValue, long rawQuantity, long rawCost) {
        set(view, hold, isBuy, Math.abs(rawValue), rawQuantity, rawCost);
    }

    /** What may be taken back from the margin of an isolated position: what is more than its initial margin, less its loss. */
    long rawSpare() {
        long quantity = rawQuantity(View.EXCHANGE);
        long initial = brackets.rawInitial(Math.abs(rawValue(quantity)), Math.abs(quantity));
        return Math.max(0, rawWallet + Math.min(0, rawUnrealized(View.EXCHANGE)) - initial);
    }

    /** Changes what a hold consists of; what others share with it counts once. Nothing is changed if a sum does not fit. */
    private void set(View view, MarginHold hold, boolean isBuy, long value, long quantity, long cost) {
        int v = view.index();
        long moreValue = more(view, hold, isBuy, MarginPart.VALUE, value);
        long moreQuantity = more(view, hold, isBuy, MarginPart.QUANTITY, quantity);
        long costs = Math.addExact(rawCosts[v], more(view, hold, isBuy, MarginPart.COST, cost));
        long[] values = isBuy ? rawBuyValue : rawSellValue;
        long[] quantities = isBuy ? rawBuyQuantity : rawSellQuantity;
        long sum = Math.addExact(values[v], moreValue);
        quantities[v] = Math.addExact(quantities[v], moreQuantity);
        values[v] = sum;
        rawCosts[v] = costs;
        hold.rawValue[v] = isBuy ? value : -value;
        hold.rawQuantity[v] = isBuy ? quantity : -quantity;
        hold.rawCost[v] = cost;
    }

    private static long more(View view, MarginHold hold, boolean isBuy, MarginPart part, long raw) {
        return hold.rawBeyond(view, part, isBuy, raw) - hold.rawBeyond(view, part, isBuy, hold.raw(view.index(), part));
    }

    /** Takes out the part of a hold that a quantity stands for; all of it once the quantity is reached. */
    void release(View view, MarginHold hold, long rawPart) {
        int v = view.index();
        long whole = Math.abs(hold.rawQuantity[v]);
        if (whole == 0) {
            return;
        }
        long quantity = Math.min(rawPart, whole);
        long value = part(hold.rawValue[v], quantity, whole);
        long cost = part(hold.rawCost[v], quantity, whole);
        boolean isBuy = hold.rawQuantity[v] > 0;
        set(view, hold, isBuy, Math.abs(hold.rawValue[v] - value), whole - quantity, hold.rawCost[v] - cost);
    }

    private static long part(long raw, long rawPart, long rawWhole) {
        if (rawWhole == 0) {
            return 0;
        }
        return rawPart >= rawWhole ? raw : FixedPoint.multiplyDivide(raw, rawPart, rawWhole);
    }

    /** A fill happened at the exchange; its report is under way. */
    void filled(boolean isBuy, long rawPrice, long rawQuantity, long rawFee) {
        long signed = isBuy ? rawQuantity : -rawQuantity;
        if (isIsolated()) {
            assign(rawQuantity(View.EXCHANGE), signed, rawPrice);
        }
        rawInFlight = Math.addExact(rawInFlight, signed);
        rawInFlightCost = Math.addExact(rawInFlightCost, Math.addExact(rawPaid(rawPrice, signed), rawFee));
        changed();
    }

    /** The report of a fill arrived: the ledger has it now. */
    void reported(boolean isBuy, long rawPrice, long rawQuantity, long rawFee) {
        long signed = isBuy ? rawQuantity : -rawQuantity;
        rawInFlight -= signed;
        rawInFlightCost -= rawPaid(rawPrice, signed) + rawFee;
        changed();
    }

    /** Opening assigns initial margin; closing releases what was assigned in proportion. */
    private void assign(long rawHeld, long rawSigned, long rawPrice) {
        boolean opens = rawHeld == 0 || (rawHeld ^ rawSigned) >= 0;
        long closed = opens ? 0 : Math.min(Math.abs(rawSigned), Math.abs(rawHeld));
        long opened = Math.abs(rawSigned) - closed;
        rawWallet -= part(rawWallet, closed, Math.abs(rawHeld));
        if (opened > 0) {
            long value = instrument.rawNotional(rawPrice, opened);
            rawWallet = Math.addExact(rawWallet, brackets.rawInitial(value, opened));
        }
    }

    /** Money that the position itself received or paid: an isolated one bears it out of its margin. */
    void flow(long rawAmount) {
        if (isIsolated() && rawQuantity(View.EXCHANGE) != 0) {
            rawWallet = Math.addExact(rawWallet, rawAmount);
        }
        changed();
    }

    /** Assigns margin to an isolated position, or takes it back. */
    void transfer(long rawAmount) {
        rawWallet = Math.addExact(rawWallet, rawAmount);
        changed();
    }
}
