package io.ttquant.core.matching;

import io.ttquant.api.market.Instrument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The orders in one instrument that the engine holds until their trigger is reached, and the prices that it is shown for them: those that strategies
 * see, when they see them. On bars these are the closes.
 */
public final class EmulatedMarket implements ObservedPrices {
    private final Instrument instrument;
    private final OrderEmulator emulator;
    private final RestingOrders held = new RestingOrders();
    private final TriggerPrices triggers;
    private boolean hasTrades;
    private boolean hasQuotes;
    private long rawLast;
    private long rawBid;
    private long rawAsk;

    EmulatedMarket(Instrument instrument, OrderEmulator emulator) {
        this.instrument = instrument;
        this.emulator = emulator;
        this.triggers = new TriggerPrices(held, this, instrument.rawTick());
    }

    /**
     * A trade.
     *
     * @return true if it triggered an order, which is sent
     */
    public boolean trade(long rawPrice) {
        rawLast = rawPrice;
        if (!hasTrades) {
            hasTrades = true;
            triggers.rehome(this::rest);
        }
        return meet(held.last, rawPrice);
    }

    /**
     * The close of a bar, which counts as long as there are neither trades nor quotes.
     *
     * @return true if it triggered an order, which is sent
     */
    public boolean bar(long rawClose) {
        if (hasTrades || hasQuotes) {
            return false;
        }
        rawLast = rawClose;
        return meet(held.last, rawClose);
    }

    /**
     * The best bid and ask; 0 for a side that is empty.
     *
     * @return true if it triggered an order, which is sent
     */
    public boolean quote(long bid, long ask) {
        rawBid = bid;
        rawAsk = ask;
        if (!hasQuotes) {
            hasQuotes = true;
            triggers.rehome(this::rest);
        }
        boolean byAsk = ask > 0 && meet(held.ask, ask);
        return (bid > 0 && meet(held.bid, bid)) || byAsk;
    }

    /**
     * The venue's mark price.
     *
     * @return true if it triggered an order, which is sent
     */
    public boolean mark(long rawPrice) {
        triggers.mark(rawPrice);
        return meet(held.mark, rawPrice);
    }

    /**
     * The venue's index price.
     *
     * @return true if it triggered an order, which is sent
     */
    public boolean index(long rawPrice) {
        triggers.index(rawPrice);
        return meet(held.index, rawPrice);
    }

    private boolean meet(Triggers waitingForIt, long rawPrice) {
        WorkingOrder order = waitingForIt.triggeredBy(rawPrice);
        boolean isAny = order != null;
        while (order != null) {
            waitingForIt.remove(order);
            emulator.release(order);
            order = waitingForIt.triggeredBy(rawPrice);
        }
        if (waitingForIt.isFollowing(rawPrice)) {
            waitingForIt.follow(rawPrice, instrument.rawTick(), emulator::moved);
        }
        return isAny;
    }

    /** The instrument is listed no more: the orders end. */
    public void delisted() {
        String why = instrument + " is DELISTED at the exchange";
        List<WorkingOrder> all = new ArrayList<>();
        held.addTo(all);
        all.sort(Comparator.comparingLong(order -> order.sequence));
        for (WorkingOrder order : all) {
            held.remove(order);
            emulator.ended(order, why);
        }
        emulator.endTriggered(instrument, why);
    }

    /** Takes an order: holds it, or releases it at once if its trigger is passed. */
    void place(WorkingOrder order) {
        long known = triggers.rawPrice(order);
        if (known > 0 && order.isTriggeredBy(known)) {
            emulator.release(order);
        } else {
            rest(order);
        }
    }

    private void rest(WorkingOrder order) {
        long before = order.rawTrigger;
        triggers.rest(order);
        if (order.rawTrigger != before) {
            emulator.moved(order);
        }
    }

    void remove(WorkingOrder order) {
        held.remove(order);
    }

    @Override
    public boolean hasTrades() {
        return hasTrades;
    }

    @Override
    public boolean hasQuotes() {
        return hasQuotes;
    }

    @Override
    public long rawLast() {
        return rawLast;
    }

    @Override
    public long rawQuoted(boolean isBuy) {
        return isBuy ? rawAsk : rawBid;
    }

    /** The best price for a taker of this side, as far as it is known; 0 if it is not. */
    long rawOpposite(boolean isBuy) {
        return hasQuotes ? rawQuoted(isBuy) : rawLast;
    }
}
