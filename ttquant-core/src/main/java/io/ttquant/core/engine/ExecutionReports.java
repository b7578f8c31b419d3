package io.ttquant.core.engine;

import io.ttquant.api.exchange.ExecutionSink;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.RejectReason;
import io.ttquant.core.order.TrackedOrder;
import io.ttquant.core.portfolio.Ledger;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies execution reports: first to the order, then to the ledger, then the strategy hears of it. What comes twice, or after something newer, changes
 * nothing but what it adds: no report opens an order again that is closed, and strategies hear of what is new alone.
 */
class ExecutionReports implements ExecutionSink {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    private final Engine engine;
    private final Ledger ledger;
    private final TradingGate gate = new TradingGate();
    private @Nullable Venue venue;

    ExecutionReports(Engine engine, Ledger ledger) {
        this.engine = engine;
        this.ledger = ledger;
    }

    /** Whose reports they are. */
    final void of(Venue its) {
        venue = its;
    }

    /** What the state of the session lets out. */
    final TradingGate gate() {
        return gate;
    }

    @Override
    public void accepted(Order order, long tsEvent) {
        TrackedOrder tracked = (TrackedOrder) order;
        boolean isNews = !tracked.isClosed() && !tracked.wasAccepted();
        tracked.accept();
        if (!isNews) {
            return;
        }
        tell(tracked, new OrderEvent.Accepted(order, tsEvent, engine.now()));
    }

    @Override
    public void rejected(Order order, RejectReason reason, String message, long tsEvent) {
        TrackedOrder tracked = (TrackedOrder) order;
        if (tracked.rawFilled() > 0 && tracked.isOpen()) {
            LOG.error(
                    "order {} is said to be refused ({}), but it was filled in part; this is not believed",
                    order,
                    message);
        } else if (close(tracked, OrderStatus.REJECTED)) {
            tell(tracked, new OrderEvent.Rejected(order, reason, message, tsEvent, engine.now()));
        }
    }

    @Override
    public void triggered(Order order, long tsEvent) {
        TrackedOrder tracked = (TrackedOrder) order;
        if (tracked.trigger()) {
            tell(tracked, new OrderEvent.Triggered(order, tsEvent, engine.now()));
        }
    }

    @Override
    public void updated(Order order, long rawQuantity, long rawPrice, long rawTrigger, long tsEvent) {
        TrackedOrder tracked = (TrackedOrder) order;
        boolean wasOpen = tracked.isOpen();
        boolean isNews = tracked.update(rawQuantity, rawPrice, rawTrigger, tsEvent) && wasOpen;
        engine.desk().rehold(tracked);
        if (wasOpen && tracked.isClosed()) {
            engine.desk().closed(tracked);
        }
        if (isNews) {
            tell(tracked, new OrderEvent.Updated(order, tsEvent, engine.now()));
        }
    }

    @Override
    public void repriced(Order order, long rawPrice, long rawTrigger, long tsEvent) {
        TrackedOrder tracked = (TrackedOrder) order;
        if (tracked.isClosed()) {
            return;
        }
        long priceBefore = tracked.rawPrice();
        long triggerBefore = tracked.rawTrigger();
        tracked.reprice(rawPrice, rawTrigger, tsEvent);
        boolean hasNewPrice = tracked.rawPrice() != priceBefore;
        if (tracked.rawTrigger() != triggerBefore) {
            engine.taps().triggerMoved(order, tsEvent, engine.now());
        }
        if (hasNewPrice) {
            engine.desk().rehold(tracked);
            tell(tracked, new OrderEvent.Updated(order, tsEvent, engine.now()));
        }
    }

    @Override
    public void updateRejected(Order order, RejectReason reason, String message, long tsEvent) {
        TrackedOrder tracked = (TrackedOrder) order;
        boolean wasOpen = tracked.isOpen();
        tracked.updateAnswered();
        tracked.endIfFilled();
        engine.desk().rehold(tracked);
        if (wasOpen && tracked.isClosed()) {
            engine.desk().closed(tracked);
        }
        tell(tracked, new OrderEvent.UpdateRejected(order, reason, message, tsEvent, engine.now()));
    }

    @Override
    public void filled(
            Order order,
            long tradeId,
            long rawPrice,
            long rawQuantity,
            long rawFee,
            Currency feeCurrency,
            LiquiditySide liquidity,
            FillReason reason,
            long tsEvent) {
        TrackedOrder tracked = (TrackedOrder) order;
        if (tracked.hasTrade(tradeId) || !isUnbooked(tracked, tradeId)) {
            return;
        }
        if (!book(tracked, tradeId, rawPrice, rawQuantity, rawFee, feeCurrency)) {
            return;
        }
        tracked.fill(tradeId, rawPrice, rawQuantity, mayGrow());
        if (tracked.holdsFunds()) {
            ledger.releaseFilled(tracked.reservation(), rawQuantity);
        }
        MarginFunds margin = engine.account().margin();
        if (margin != null && MarginFunds.concerns(tracked)) {
            margin.reported(tracked, rawPrice, rawQuantity, rawFee, feeCurrency);
        }
        if (tracked.isClosed()) {
            engine.desk().closed(tracked);
        }
        engine.desk().positionChanged(tracked);
        Fill fill = new Fill(
                order, tradeId, rawPrice, rawQuantity, rawFee, feeCurrency, liquidity, reason, tsEvent, engine.now());
        List<OrderEvent.Filled> taken = reason == FillReason.LIQUIDATION ? liquidated(tracked, fill) : List.of();
        tell(tracked, new OrderEvent.Filled(order, fill));
        taken.forEach(this::tellTaken);
    }

    /** A fill of a liquidation was booked; what of it strategies are to hear that did not send the order. */
    List<OrderEvent.Filled> liquidated(TrackedOrder order, Fill fill) {
        engine.account().liquidated(order, fill.rawPrice(), fill.rawQuantity());
        return List.of();
    }

    /** Taps have heard of the whole fill, and hear of what a strategy has left. */
    private void tellTaken(OrderEvent.Filled event) {
        if (!engine.state().isEnded()) {
            TrackedOrder order = (TrackedOrder) event.order();
            engine.desk().tell(order, event);
            engine.risk().followUps().after(order, event);
        }
    }

    @Override
    public void canceled(Order order, String message, long tsEvent) {
        TrackedOrder tracked = (TrackedOrder) order;
        if (tracked.isExpiring() && message.isEmpty()) {
            expired(order, tsEvent);
        } else if (close(tracked, OrderStatus.CANCELED)) {
            String why = message.isEmpty() ? tracked.cancelReason() : message;
            tell(tracked, new OrderEvent.Canceled(order, why, tsEvent, engine.now()));
        }
    }

    @Override
    public void cancelRejected(Order order, RejectReason reason, String message, long tsEvent) {
        TrackedOrder tracked = (TrackedOrder) order;
        boolean isNews = tracked.isCancelUnderWay();
        tracked.cancelRefused();
        if (tracked.isExpiring()) {
            if (reason != RejectReason.ORDER_NOT_OPEN && !tracked.isClosed()) {
                Objects.requireNonNull(venue).expireAgain(tracked);
            }
        } else if (isNews) {
            tell(tracked, new OrderEvent.CancelRejected(order, reason, message, tsEvent, engine.now()));
        }
    }

    @Override
    public void expired(Order order, long tsEvent) {
        TrackedOrder tracked = (TrackedOrder) order;
        if (close(tracked, OrderStatus.EXPIRED)) {
            tell(tracked, new OrderEvent.Expired(order, tsEvent, engine.now()));
        }
    }

    @Override
    public void outcomeUnknown(Order order, String message, long tsEvent) {
        TrackedOrder tracked = (TrackedOrder) order;
        boolean isAwaited = tracked.status().isInFlight() || tracked.status() == OrderStatus.TRIGGERED;
        if (!isAwaited || tracked.isOutcomeUnknown()) {
            return;
        }
        tracked.setOutcomeUnknown(true);
        tell(tracked, new OrderEvent.OutcomeUnknown(order, message, tsEvent, engine.now()));
    }

    @Override
    public void outcomeKnown(Order order, long tsEvent) {
        ((TrackedOrder) order).setOutcomeUnknown(false);
    }

    /** True if a trade was not booked under another order. */
    boolean isUnbooked(TrackedOrder order, long tradeId) {
        return true;
    }

    /** Whether the answer to an amendment may come behind a fill that it made possible. */
    boolean mayGrow() {
        return false;
    }

    /** Books a fill in the ledger; false if it cannot be, and somebody was told. */
    boolean book(TrackedOrder order, long tradeId, long rawPrice, long rawQuantity, long rawFee, Currency feeCurrency) {
        order.requireFillable(tradeId, rawQuantity);
        ledger.apply(order.position(), order.side(), rawPrice, rawQuantity, rawFee, feeCurrency);
        return true;
    }

    /** Closes an order; false if it was closed before, so that the report says nothing new. */
    private boolean close(TrackedOrder order, OrderStatus status) {
        if (order.isClosed()) {
            return false;
        }
        order.become(status);
        engine.desk().closed(order);
        return true;
    }

    private void tell(TrackedOrder order, OrderEvent event) {
        engine.risk().handled().is(event.tsEvent());
        engine.taps().event(event);
        if (!engine.state().isEnded()) {
            engine.desk().heard(event);
            engine.desk().tell(order, event);
            engine.risk().followUps().after(order, event);
        }
    }
}
