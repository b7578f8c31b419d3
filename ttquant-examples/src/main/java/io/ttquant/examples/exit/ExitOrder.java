package io.ttquant.examples.exit;

import io.ttquant.api.account.Position;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.Orders;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way out of a long position: one market order at a time, until nothing is left that can be sold. It never sells more than is held. An order that ends
 * unfilled is sent again after one bar, then two, four, up to sixteen. A rest below the lot or the instrument's minimum is dust: it counts as flat, and is
 * named once in the log.
 */
public final class ExitOrder {
    private static final Logger LOG = LoggerFactory.getLogger(ExitOrder.class);

    private final Retry retry = new Retry();
    private boolean hasNamedDust;
    private String reason = "";
    private @Nullable Order sent;

    /** No exit yet. */
    public ExitOrder() {}

    /**
     * Decides to leave. {@link #proceed} sends the order.
     *
     * @param why the tag of its orders; not empty
     */
    public void begin(String why) {
        reason = why;
        sent = null;
        retry.onSuccess();
    }

    /** True from the decision until the position is gone. */
    public boolean isActive() {
        return !reason.isEmpty();
    }

    /** True once an order was sent since the decision. */
    public boolean hasTried() {
        return sent != null;
    }

    /** Goes on where it is time to: to be called once a bar, before anything else is decided. Does nothing unless {@link #isActive}. */
    public void proceed(Orders orders, Position position) {
        retry.onBar();
        nameDust(position);
        if (!isActive() || (sent != null && sent.isOpen())) {
            return;
        }
        long held = tradable(position);
        if (held == 0) {
            reason = "";
            return;
        }
        if (retry.isDue()) {
            send(
                    orders,
                    position,
                    Math.min(held, position.instrument().filters().rawMaxMarketQuantity()));
        }
    }

    private void nameDust(Position position) {
        if (!hasNamedDust && position.isLong() && tradable(position) == 0) {
            hasNamedDust = true;
            LOG.info(
                    "{} {} are less than the exchange lets anybody sell; they are kept and count as nothing",
                    position.instrument().formatQuantity(position.rawQuantity()),
                    position.instrument());
        }
    }

    private void send(Orders orders, Position position, long rawQuantity) {
        long lot = position.instrument().rawLot();
        sent = orders.sell(position.instrument())
                .rawQuantity(rawQuantity / lot * lot)
                .market()
                .reduceOnly()
                .tag(reason)
                .submit();
    }

    /** To be told of every closed order: notices what became of its own. */
    public void onClosed(Order order) {
        if (order != sent) {
            return;
        }
        if (order.rawFilled() > 0) {
            retry.onSuccess();
        } else {
            retry.onFailure();
        }
    }

    /** What can be sold of a position: whole lots, at the quantity scale; 0 unless it is long, and if it is less than the instrument's minimum. */
    public static long tradable(Position position) {
        long held = position.rawQuantity();
        if (held <= 0) {
            return 0;
        }
        long lot = position.instrument().rawLot();
        long lots = lot == 1 ? held : held / lot * lot;
        return lots < position.instrument().filters().rawMinQuantity() ? 0 : lots;
    }
}
