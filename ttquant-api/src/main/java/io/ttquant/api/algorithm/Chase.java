package io.ttquant.api.algorithm;

import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.Side;
import io.ttquant.api.strategy.AlgorithmContext;
import io.ttquant.api.strategy.ExecutionAlgorithm;
import io.ttquant.api.time.TimerEvent;
import java.time.Duration;
import java.util.List;

/**
 * A limit order at the best price of its own side that follows the market: it is looked at once an interval, and moved where the best bid of a buy, or the best ask of a
 * sell, has moved; the instruction's limit price is the furthest it goes. Without quotes it follows the last price. After a time it is given up, and
 * what is left is taken at the market, within the instruction's limit price.
 */
public final class Chase implements ExecutionAlgorithm {
    private static final String LOOK = "look";
    private static final String GIVE_UP = "give up";

    private final Duration interval;
    private final Duration patience;
    private boolean isTaking;
    private boolean hasTaken;

    private Chase(Duration interval, Duration patience) {
        this.interval = interval;
        this.patience = patience;
    }

    /**
     * Follows the market.
     *
     * @param interval how often to look
     * @param patience how long, until the rest is taken
     * @throws IllegalArgumentException if one of them is not above zero
     */
    public static Chase of(Duration interval, Duration patience) {
        if (interval.isNegative() || interval.isZero() || patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException(
                    "a chase every " + interval + " for " + patience + " needs both above zero; give times above zero");
        }
        return new Chase(interval, patience);
    }

    @Override
    public String name() {
        return "chase";
    }

    @Override
    public void onStart(AlgorithmContext work) {
        work.timers().every(LOOK, interval);
        work.timers().after(GIVE_UP, patience);
        look(work);
    }

    @Override
    public void onTimer(AlgorithmContext work, TimerEvent timer) {
        if (timer.name().equals(GIVE_UP)) {
            isTaking = true;
            work.working().forEach(work::cancel);
        }
        look(work);
    }

    @Override
    public void onOrder(AlgorithmContext work, OrderEvent event) {
        if (isTaking && event.order().isClosed()) {
            look(work);
        }
    }

    private void look(AlgorithmContext work) {
        List<Order> working = work.working();
        if (isTaking) {
            take(work, working);
            return;
        }
        long price = rawPrice(work);
        if (price <= 0 || (working.isEmpty() && work.rawRemaining() == 0)) {
            return;
        }
        if (working.isEmpty()) {
            work.child(work.rawRemaining()).rawLimit(price).submit();
        } else if (working.get(0).rawPrice() != price && isQuiet(working.get(0))) {
            work.amend(working.get(0), Amendment.ofPrice(price));
        }
    }

    /** Takes the rest once the resting order is gone. It is sent once: one that ends unfilled ends the execution. */
    private void take(AlgorithmContext work, List<Order> working) {
        if (!working.isEmpty()) {
            return;
        }
        if (hasTaken || work.rawRemaining() == 0) {
            work.finish("what was left could not be taken");
        } else {
            hasTaken = true;
            work.child(work.rawRemaining()).immediateOrCancel().submit();
        }
    }

    private static boolean isQuiet(Order order) {
        return order.status() == OrderStatus.ACCEPTED || order.status() == OrderStatus.PARTIALLY_FILLED;
    }

    private static long rawPrice(AlgorithmContext work) {
        boolean isBuy = work.instruction().side() == Side.BUY;
        long own = isBuy ? work.market().rawBid() : work.market().rawAsk();
        long best = own > 0 ? own : work.market().rawLast();
        long limit = work.instruction().rawPrice();
        if (limit == 0 || best <= 0) {
            return best;
        }
        return isBuy ? Math.min(best, limit) : Math.max(best, limit);
    }
}
