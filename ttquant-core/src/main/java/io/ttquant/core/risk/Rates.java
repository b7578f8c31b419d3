package io.ttquant.core.risk;

import io.ttquant.api.order.RejectReason;
import io.ttquant.core.order.Refusal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How many orders and messages a strategy or the account has sent lately. */
final class Rates {
    static final long SECOND = 1_000_000_000L;
    static final long MINUTE = 60 * SECOND;

    private final SlidingWindow[] orders;
    private final SlidingWindow[] messages;
    private final int cancelReserve;

    Rates(OrderLimits limits) {
        this.orders = windows(limits.maxOrdersPerSecond(), limits.maxOrdersPerMinute());
        this.messages = windows(limits.maxMessagesPerSecond(), limits.maxMessagesPerMinute());
        this.cancelReserve = limits.cancelReserve();
    }

    private static SlidingWindow[] windows(Optional<Integer> perSecond, Optional<Integer> perMinute) {
        return java.util.stream.Stream.concat(
                        perSecond.map(most -> new SlidingWindow(most, SECOND)).stream(),
                        perMinute.map(most -> new SlidingWindow(most, MINUTE)).stream())
                .toArray(SlidingWindow[]::new);
    }

    @Nullable
    Refusal check(boolean isAmendment, long nowNanos, String who) {
        if (!isAmendment) {
            for (SlidingWindow window : orders) {
                if (window.roomFromNanos(0) > nowNanos) {
                    return refusal(RejectReason.ORDER_RATE, window, 0, nowNanos, who);
                }
            }
        }
        for (SlidingWindow window : messages) {
            if (window.roomFromNanos(cancelReserve) > nowNanos) {
                return refusal(RejectReason.MESSAGE_RATE, window, cancelReserve, nowNanos, who);
            }
        }
        return null;
    }

    private static Refusal refusal(RejectReason reason, SlidingWindow window, int reserve, long nowNanos, String who) {
        String what = reason == RejectReason.ORDER_RATE ? "orders" : "orders, amendments and cancels";
        return new Refusal(
                reason,
                who + " sent " + window.used(nowNanos) + " " + what + " in the last "
                        + (window.isSecond() ? "second" : "minute") + "; the limit is " + window.most()
                        + (reserve > 0 ? ", of which " + reserve + " are kept for cancels" : "") + "; try again in "
                        + RiskText.duration(window.roomFromNanos(reserve) - nowNanos));
    }

    void addUses(String strategyId, long nowNanos, List<RiskUse> uses) {
        for (SlidingWindow window : orders) {
            uses.add(use(strategyId, "orders_per_", window, nowNanos));
        }
        for (SlidingWindow window : messages) {
            uses.add(use(strategyId, "messages_per_", window, nowNanos));
        }
    }

    private static RiskUse use(String strategyId, String what, SlidingWindow window, long nowNanos) {
        return new RiskUse(
                strategyId, what + (window.isSecond() ? "second" : "minute"), window.most(), window.used(nowNanos));
    }

    void sent(boolean isOrder, long nowNanos) {
        if (isOrder) {
            for (SlidingWindow window : orders) {
                window.add(nowNanos);
            }
        }
        for (SlidingWindow window : messages) {
            window.add(nowNanos);
        }
    }
}
