package io.ttquant.core.order;

import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderGroup;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.margin.MarginHold;
import io.ttquant.core.portfolio.PositionState;
import io.ttquant.core.portfolio.Reservation;
import org.jspecify.annotations.Nullable;

/** An order as the engine knows it. */
public final class TrackedOrder extends OrderLife {
    private final ClientIds ids;
    private final long sequence;
    private OrderRequest request;
    private final PositionState position;
    private final String strategyId;
    private final int owner;
    private final long createdNanos;
    private @Nullable Reservation reservation;
    private @Nullable Reservation heldAtExchange;
    private @Nullable MarginHold marginHold;

    @Nullable
    OpenOrders list;

    @Nullable
    TrackedOrder previous;

    @Nullable
    TrackedOrder next;

    private @Nullable Siblings siblings;
    private @Nullable OrderFamily family;
    /** What its list counts of it as open. */
    long rawCounted;

    private OrderRequest sent;
    private boolean isEmulated;
    private boolean isRewritten;
    private int updatesUnderWay;
    private long rawQuantity;
    private long rawFilled;
    /** What of it was filled before it was known here, by fills that are not known. */
    private long rawFilledBefore;

    private long rawPrice;
    private long rawTrigger;
    private long expiryNanos;
    /** The largest quantity that an amendment under way asks for; 0 if none is. */
    private long rawLargestAsked;

    /** When the exchange made the figures that are known, so that older ones do not take their place. */
    private long figuresNanos = Long.MIN_VALUE;

    private @Nullable OrderFills fills;

    /**
     * A new order.
     *
     * @param ids makes its client id
     * @param sequence its number in the engine
     * @param owner index of its strategy in the engine
     * @param position the strategy's position that its fills change
     */
    public TrackedOrder(
            ClientIds ids,
            long sequence,
            int owner,
            String strategyId,
            OrderRequest request,
            PositionState position,
            long createdNanos) {
        this.ids = ids;
        this.sequence = sequence;
        this.owner = owner;
        this.strategyId = strategyId;
        this.request = request;
        this.sent = request;
        this.position = position;
        this.createdNanos = createdNanos;
        this.rawQuantity = request.rawQuantity();
        this.rawPrice = request.rawPrice();
        this.rawTrigger = request.rawTrigger();
        this.expiryNanos = request.timeInForce() == TimeInForce.GTD ? request.expiryNanos() : EpochNanos.NEVER;
    }

    /**
     * An order at the exchange that this engine did not send, as it is there. What is filled of it is booked already.
     *
     * @param sequence its number in the engine; below zero if no strategy of this engine owns it
     * @param owner index of its owner in the engine
     * @throws IllegalArgumentException if its state is none of an order at an exchange
     */
    public static TrackedOrder adopted(
            ExternalOrder found, long sequence, int owner, String ownerId, PositionState position) {
        String id = found.clientId().isEmpty() ? found.venueId() : found.clientId();
        TrackedOrder order = new TrackedOrder(
                ClientIds.exactly(id), sequence, owner, ownerId, found.request(), position, found.tsEvent());
        order.rawFilled = found.rawFilled();
        order.rawFilledBefore = found.rawFilled();
        order.rawQuantity = Math.max(order.rawQuantity, found.rawFilled());
        order.takeOver(found.status(), found.rawFilled() > 0);
        return order;
    }

    /** True if no strategy of this engine owns it. */
    public boolean isExternal() {
        return sequence < 0;
    }

    @Override
    public String clientId() {
        return ids.of(sequence);
    }

    @Override
    public long sequence() {
        return sequence;
    }

    @Override
    public String strategyId() {
        return strategyId;
    }

    /** Index of its strategy in the engine. */
    public int owner() {
        return owner;
    }

    /** The position that its fills change. */
    public PositionState position() {
        return position;
    }

    /** The funds it holds back; made on first use. */
    public Reservation reservation() {
        Reservation known = reservation;
        if (known == null) {
            known = new Reservation();
            reservation = known;
        }
        return known;
    }

    /** True if it holds back funds, or did. */
    public boolean holdsFunds() {
        return reservation != null;
    }

    /** What it holds back of funds, at the scale of their currency. */
    public long rawReserved() {
        return reservation == null ? 0 : reservation.rawAmount();
    }

    /** The funds it holds back at a simulated exchange, which is ahead of {@link #reservation} by the reports under way; made on first use. */
    public Reservation heldAtExchange() {
        Reservation known = heldAtExchange;
        if (known == null) {
            known = new Reservation();
            heldAtExchange = known;
        }
        return known;
    }

    /** True if it holds back funds at a simulated exchange, or did. */
    public boolean holdsFundsAtExchange() {
        return heldAtExchange != null;
    }

    /** The margin it holds back, if it is in a derivative. */
    public MarginHold marginHold() {
        MarginHold known = marginHold;
        if (known == null) {
            known = new MarginHold();
            marginHold = known;
        }
        return known;
    }

    /** The orders of which one fills instead of it; null if there are none. */
    public @Nullable Siblings siblings() {
        return siblings;
    }

    /** The parent and children that it belongs to; null if there are none. */
    public @Nullable OrderFamily family() {
        return family;
    }

    /** True if what becomes of it matters to other orders. */
    public boolean isLinked() {
        return siblings != null || family != null;
    }

    void join(Siblings group) {
        siblings = group;
    }

    void join(OrderFamily group) {
        family = group;
    }

    @Override
    public @Nullable OrderGroup group() {
        return siblings != null ? siblings : family;
    }

    @Override
    public @Nullable Order parent() {
        return family == null || family.parent() == this ? null : family.parent();
    }

    /** Replaces what is asked for, while it is held and the exchange does not know it. */
    public void revise(OrderRequest revised) {
        request = revised;
        sent = isRewritten ? sent : revised;
        rawQuantity = revised.rawQuantity();
        rawPrice = revised.rawPrice();
        rawTrigger = revised.rawTrigger();
    }

    /** Takes it out of its list of open orders; nothing happens if it is in none. */
    public void leaveList() {
        if (list != null) {
            list.remove(this);
        }
    }

    /** True if it waits for its trigger. */
    public boolean isUntriggered() {
        return type().hasTrigger() && !hasTriggered() && rawFilled == 0;
    }

    @Override
    public OrderRequest request() {
        return request;
    }

    @Override
    public OrderRequest sent() {
        return sent;
    }

    @Override
    public boolean isEmulated() {
        return isEmulated;
    }

    /** The engine holds it for now. */
    public void hold() {
        isEmulated = true;
    }

    /** It goes to the exchange as something else than was asked for; the engine does the rest. */
    public void sendAs(OrderRequest other) {
        isEmulated = false;
        isRewritten = true;
        sent = other;
    }

    /** True if it went to the exchange as something else than was asked for. */
    public boolean isRewritten() {
        return isRewritten;
    }

    @Override
    public long rawQuantity() {
        return rawQuantity;
    }

    @Override
    public long rawFilled() {
        return rawFilled;
    }

    @Override
    public long rawPrice() {
        return rawPrice;
    }

    @Override
    public long rawTrigger() {
        return rawTrigger;
    }

    @Override
    public double averagePrice() {
        Instrument instrument = request.instrument();
        return fills == null || rawFilledBefore != 0
                ? Double.NaN
                : fills.averagePrice(rawFilled) / FixedPoint.pow10(instrument.priceScale());
    }

    @Override
    public long createdNanos() {
        return createdNanos;
    }

    @Override
    public long expiryNanos() {
        return expiryNanos;
    }

    /** Lets a DAY order end when its day does; before it is sent. */
    public void expireAt(long nanos) {
        expiryNanos = nanos;
    }

    /**
     * An amendment was sent.
     *
     * @param rawQuantityAsked the quantity that the order has if it takes effect
     */
    public void askUpdate(long rawQuantityAsked) {
        if (status() != OrderStatus.PENDING_UPDATE) {
            become(OrderStatus.PENDING_UPDATE);
        }
        if (siblings != null && siblings.isSplitBy(this, rawQuantityAsked)) {
            siblings.split();
        }
        updatesUnderWay++;
        rawLargestAsked = Math.max(rawLargestAsked, rawQuantityAsked);
        recount();
    }

    /**
     * The most of it that may still be filled, at the quantity scale: nothing once it is closed, what is left at the larger of its quantities while
     * an amendment is not answered, else what is left.
     */
    public long rawMayFill() {
        return isClosed() ? 0 : Math.max(rawQuantity, rawLargestAsked) - rawFilled;
    }

    /** What of it counts as open: what may still be filled, and nothing once another one ended it. */
    long rawOpen() {
        return siblings != null && siblings.isEndedByAnotherThan(this) ? 0 : rawMayFill();
    }

    void recount() {
        if (list != null) {
            list.recount(this);
        }
    }

    void uncount() {
        if (list != null) {
            list.uncount(this);
        }
    }

    /** An amendment was answered. */
    public void updateAnswered() {
        updatesUnderWay = Math.max(0, updatesUnderWay - 1);
        if (updatesUnderWay == 0) {
            // While another is under way it is not known which of them was answered.
            rawLargestAsked = 0;
        } else {
            rawLargestAsked = Math.max(rawLargestAsked, rawQuantity);
        }
        recount();
        goOn();
    }

    @Override
    public boolean isUpdateUnderWay() {
        return updatesUnderWay > 0;
    }

    /** True if a fill with this id was applied before. */
    public boolean hasTrade(long tradeId) {
        return fills != null && fills.has(tradeId);
    }

    /**
     * Proves that a fill can be applied, before anything is booked for it.
     *
     * @throws IllegalStateException if it is no fill, if it is more than is left of the order, or if the order never was at the exchange
     */
    public void requireFillable(long tradeId, long rawFillQuantity) {
        OrderStatus status = status();
        boolean wasSent =
                status != OrderStatus.INITIALIZED && status != OrderStatus.DENIED && status != OrderStatus.REJECTED;
        long most = Math.max(rawQuantity, rawLargestAsked) - rawFilled;
        if (rawFillQuantity <= 0 || (!isExternal() && (!wasSent || rawFillQuantity > most))) {
            throw new IllegalStateException("fill " + tradeId + " of "
                    + instrument().formatQuantity(rawFillQuantity) + " does not fit order " + this + ", of which "
                    + instrument().formatQuantity(rawLeaves())
                    + " are open; nothing is booked. Compare order and account with the exchange");
        }
    }

    /**
     * Applies a fill that was not applied before and that {@link #requireFillable} let pass. A closed order stays closed. One for more than the order's
     * quantity shows that an amendment that is not answered yet took effect.
     */
    public void fill(long tradeId, long rawFillPrice, long rawFillQuantity) {
        fill(tradeId, rawFillPrice, rawFillQuantity, false);
    }

    /**
     * Applies a fill as {@link #fill(long, long, long)} does.
     *
     * @param mayGrow whether an order of which all is filled stays open while an amendment to more is not answered: the answer may be on its way behind the
     *     fill
     */
    public void fill(long tradeId, long rawFillPrice, long rawFillQuantity, boolean mayGrow) {
        rawFilled = Math.addExact(rawFilled, rawFillQuantity);
        if (fills == null) {
            fills = new OrderFills(tradeId, rawFillPrice, rawFillQuantity);
        } else {
            fills.add(tradeId, rawFillPrice, rawFillQuantity);
        }
        if (rawFilled > rawQuantity) {
            rawQuantity = Math.max(rawFilled, rawLargestAsked);
        }
        if (rawFilled < rawQuantity || (mayGrow && rawFilled < rawLargestAsked)) {
            becomePartlyFilled();
        } else {
            becomeFilled();
        }
        recount();
        if (siblings != null) {
            siblings.recount();
        }
    }

    /**
     * Takes over what an amendment changed. Figures older than those that are known answer an amendment and change nothing else; a quantity of which all is
     * filled already ends the order.
     *
     * @param tsEvent when they were made, epoch nanoseconds
     * @return false if nothing is new by it
     */
    public boolean update(long newRawQuantity, long newRawPrice, long newRawTrigger, long tsEvent) {
        boolean isNew = isUpdateUnderWay()
                || newRawQuantity != rawQuantity
                || newRawPrice != rawPrice
                || newRawTrigger != rawTrigger;
        if (tsEvent >= figuresNanos) {
            figuresNanos = tsEvent;
            rawQuantity = Math.max(newRawQuantity, rawFilled);
            rawPrice = newRawPrice;
            rawTrigger = newRawTrigger;
        }
        updateAnswered();
        endIfFilled();
        return isNew;
    }

    /** Ends it if all of it is filled and no amendment to more waits for its answer. */
    public void endIfFilled() {
        if (rawFilled > 0 && rawFilled >= rawQuantity && rawFilled >= rawLargestAsked && isOpen()) {
            becomeFilled();
            recount();
        }
    }

    /**
     * Takes over what the exchange changed by the order's own rules, without an amendment; not what is older than what is known.
     *
     * @param tsEvent when it did, epoch nanoseconds
     */
    public void reprice(long newRawPrice, long newRawTrigger, long tsEvent) {
        if (tsEvent >= figuresNanos) {
            figuresNanos = tsEvent;
            rawPrice = newRawPrice;
            rawTrigger = newRawTrigger;
        }
    }

    /** The quantity this order would have after an amendment. */
    public long rawQuantityAfter(Amendment amendment) {
        return amendment.rawQuantity() > 0 ? amendment.rawQuantity() : rawQuantity;
    }

    /** The trigger this order would have after an amendment. */
    public long rawTriggerAfter(Amendment amendment) {
        return amendment.rawTrigger() > 0 ? amendment.rawTrigger() : rawTrigger;
    }

    /** The price this order would have after an amendment. */
    public long rawPriceAfter(Amendment amendment) {
        return amendment.rawPrice() > 0 ? amendment.rawPrice() : rawPrice;
    }

    @Override
    public String toString() {
        return clientId() + " " + side() + " " + instrument().formatQuantity(rawQuantity) + " " + instrument() + " "
                + type() + (rawPrice > 0 ? " @" + instrument().formatPrice(rawPrice) : "") + " " + status();
    }
}
