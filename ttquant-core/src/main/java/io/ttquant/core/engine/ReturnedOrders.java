package io.ttquant.core.engine;

import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.core.engine.Inheritance.OwnOrder;
import io.ttquant.core.order.TrackedOrder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Orders of an earlier run that strategies get back, and which of their fills the account counted when this run began.
 */
final class ReturnedOrders {
    private final Map<String, OwnOrder> byClientId = new LinkedHashMap<>();
    private final Map<String, ExternalOrder> open = new HashMap<>();
    private final Map<TrackedOrder, Long> rawInAccount = new HashMap<>();

    /** Those of strategies that the engine has. */
    ReturnedOrders(Inheritance inherited, AccountSnapshot account, StrategySlot[] slots) {
        for (OwnOrder own : inherited.orders()) {
            if (slot(slots, own.strategyId()) != null && !own.order().clientId().isEmpty()) {
                byClientId.put(own.order().clientId(), own);
            }
        }
        account.openOrders().forEach(order -> open.put(order.clientId(), order));
    }

    static @Nullable StrategySlot slot(StrategySlot[] slots, String id) {
        for (StrategySlot slot : slots) {
            if (slot.id.equals(id)) {
                return slot;
            }
        }
        return null;
    }

    /** As a session is to look for them. */
    List<ExternalOrder> all() {
        return byClientId.values().stream().map(OwnOrder::order).toList();
    }

    /** Whose an order is that was found at the exchange; empty if it is none of these. */
    Optional<OwnOrder> of(ExternalOrder found) {
        OwnOrder own = byClientId.get(found.clientId());
        return Optional.ofNullable(own).filter(it -> isSame(it.order(), found));
    }

    private static boolean isSame(ExternalOrder a, ExternalOrder b) {
        return a.request().instrument().id().equals(b.request().instrument().id())
                && a.request().side() == b.request().side();
    }

    /** As its strategy takes it up: in the state of the exchange, filled as far as the strategy's position counts. */
    static ExternalOrder takenUp(OwnOrder own, ExternalOrder found) {
        // An exchange's list may lag behind fills that its news told of; what the store counted are fills.
        long rawBefore = own.order().rawFilled();
        return new ExternalOrder(
                found.clientId(),
                found.venueId(),
                found.request(),
                state(found.status(), rawBefore > 0),
                rawBefore,
                found.tsEvent());
    }

    private static OrderStatus state(OrderStatus found, boolean isFilled) {
        if (found == OrderStatus.ACCEPTED && isFilled) {
            return OrderStatus.PARTIALLY_FILLED;
        }
        return found == OrderStatus.PARTIALLY_FILLED && !isFilled ? OrderStatus.ACCEPTED : found;
    }

    /**
     * A strategy has one back. All that was filled of one that was open no more when the account was told is in the
     * account.
     */
    void returned(TrackedOrder order) {
        ExternalOrder there = open.get(order.clientId());
        rawInAccount.put(order, there == null ? Long.MAX_VALUE : there.rawFilled());
    }

    /** True if the exchange said that it is open. */
    boolean isOpen(TrackedOrder order) {
        return open.containsKey(order.clientId());
    }

    /** True if a fill that comes next was in the account's figures when this run began. */
    boolean isInAccount(TrackedOrder order, long rawQuantity) {
        return rawQuantity <= rawInAccount.getOrDefault(order, 0L) - order.rawFilled();
    }
}
